/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-partner.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a row of a card says; texts are borrowed and may be NULL. */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *value;
  const char *kind; /* of the record that it opens, by partner.open */
  const char *id;
} CvnPartnerLine;

/*
 * A card on the page of a partner: a heading with a total that can be asked why, and rows that open records. Filled
 * from the top again with cvn_partner_box_begin(), the rows, cvn_partner_box_end().
 */
#define CVN_TYPE_PARTNER_BOX (cvn_partner_box_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnerBox, cvn_partner_box, CVN, PARTNER_BOX, GtkBox)

GtkWidget *cvn_partner_box_new (const char *title, const char *nothing);
void       cvn_partner_box_set_add (CvnPartnerBox *self, const char *label, const char *kind);
void       cvn_partner_box_set_why (CvnPartnerBox *self, CvnPartner *partner, const char *figure, const char *part, gboolean of_partner);
void       cvn_partner_box_set_total (CvnPartnerBox *self, const char *total);
void       cvn_partner_box_insert (CvnPartnerBox *self, GtkWidget *child);

void       cvn_partner_box_begin (CvnPartnerBox *self);
GtkWidget *cvn_partner_box_add_line (CvnPartnerBox *self, const CvnPartnerLine *line);
void       cvn_partner_box_add_widget (CvnPartnerBox *self, GtkWidget *child);
void       cvn_partner_box_add_more (CvnPartnerBox *self, guint n, int card);
void       cvn_partner_box_end (CvnPartnerBox *self);

G_END_DECLS
