/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-reminder"

#include "cvn-kinds.h"

#include <glib/gi18n-lib.h>

static const CvnField fields[] = {
  { "invoice", N_("Invoice"), "factuurnummer|factuur", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "invoice" },
  { "level", N_("Level"), "niveau", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .min = 1, .max = 3, .hint = N_("1 on the due date, 2 after 14 days, 3 after 30 days") },
  { "date", N_("Date"), "datum", CVN_FIELD_DATE, CVN_FIELD_REQUIRED | CVN_FIELD_LIST },
  { "note", N_("Note"), "notitie|opmerking", CVN_FIELD_NOTE, CVN_FIELD_SEARCH },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT },
};

const CvnKind cvn_kind_reminder = {
  .name = "reminder",
  .label = N_("Reminder"),
  .label_plural = N_("Reminders"),
  .label_add = N_("Add Reminder"),
  .icon = "alarm-symbolic",
  .files = "herinneringen|reminders",
  .natural_key = "invoice|level",
  .area = CVN_AREA_CONVENANT,
  .sort = "-date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
