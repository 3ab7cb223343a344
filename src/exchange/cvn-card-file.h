/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

G_BEGIN_DECLS

/* A project card as a JSON file tells it. The records have no ids yet, and their parts do not refer to the card. */
typedef struct
{
  char      *project; /* code or name of the project, NULL without */
  CvnRecord *card;
  GPtrArray *parts; /* of CvnRecord: sections, roles and quotes, in their order */
} CvnCardFile;

CvnCardFile *cvn_card_file_parse (const char *json, gssize length, GError **error);
void         cvn_card_file_free (CvnCardFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCardFile, cvn_card_file_free)

G_END_DECLS
