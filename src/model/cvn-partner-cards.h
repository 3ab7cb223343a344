/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the page of a partner tells about it, in the order in which it is shown. */
typedef enum {
  CVN_PARTNER_CONTRIBUTIONS,
  CVN_PARTNER_AGREEMENTS,
  CVN_PARTNER_REGISTRATIONS,
  CVN_PARTNER_BOOKINGS,
  CVN_PARTNER_PACKAGES,
  CVN_PARTNER_CONTACTS,
  CVN_PARTNER_INTERACTIONS,
  CVN_PARTNER_EVENTS,
  CVN_PARTNER_INVOICES,
  CVN_PARTNER_N_CARDS,
} CvnPartnerCard;

guint    cvn_partner_cards_for_kind (const char *kind);
gboolean cvn_partner_cards_has (const char *kind, CvnPartnerCard card);

G_END_DECLS
