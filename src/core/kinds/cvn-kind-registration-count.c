/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-registration-count"

#include "cvn-kinds.h"

#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

static const CvnChoice groups[] = {
  { "knowledge_worker", N_("Knowledge worker"), "kenniswerker|kennismigrant" },
  { "researcher", N_("Researcher"), "onderzoeker" },
  { "entrepreneur", N_("Entrepreneur"), "ondernemer" },
  { "privileged", N_("Privileged person"), "geprivilegieerde" },
  { "orientation_year", N_("Orientation-year graduate"), "zoekjaarstudent|zoekjaar" },
  { "student", N_("Student"), "student" },
  { "trainee", N_("Trainee"), "trainee|stagiair" },
  { "partner", N_("Partner"), "partner" },
  { "child", N_("Child"), "kind" },
  { "labour_migrant", N_("Labour migrant"), "arbeidsmigrant" },
  { "other", N_("Other"), "overig|anders" },
  { NULL },
};

static const CvnChoice places[] = {
  { "lives", N_("Lives there"), "woont" },
  { "works", N_("Works there"), "werkt" },
  { NULL },
};

static const CvnField fields[] = {
  { "month", N_("Month"), "maand", CVN_FIELD_MONTH, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST },
  { "municipality", N_("Municipality"), "gemeentecode", CVN_FIELD_REFERENCE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .refers_to = "organisation" },
  { "target_group", N_("Group"), "doelgroep", CVN_FIELD_CHOICE, CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST, .choices = groups },
  { "lives_or_works", N_("Lives or works"), "woont_of_werkt", CVN_FIELD_CHOICE, .choices = places },
  { "count", N_("Registrations"), "aantal", CVN_FIELD_INTEGER, CVN_FIELD_REQUIRED | CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "paid_count", N_("Paid registrations"), "aantal_betaald", CVN_FIELD_INTEGER, CVN_FIELD_LIST | CVN_FIELD_SUM, .min = 0, .max = 1000000 },
  { "source", N_("Source"), "bron", CVN_FIELD_TEXT, CVN_FIELD_LIST },
};

static gboolean
check (CvnRecord *record,
       GError   **error)
{
  return cvn_check_part (record, "paid_count", "count", N_("There cannot be more paid registrations than registrations."), error);
}

/* Files also carry the municipality's name, and the revenue: paid registrations times the fee that is valid. */
const CvnKind cvn_kind_registration_count = {
  .name = "registration_count",
  .label = N_("Registration Count"),
  .label_plural = N_("Registration Counts"),
  .label_add = N_("Add Registration Count"),
  .icon = "user-info-symbolic",
  .files = "inschrijvingen|registration_counts",
  .derived = "gemeente|opbrengst_cent|opbrengst",
  .natural_key = "month|municipality|target_group|lives_or_works",
  .area = CVN_AREA_FEES,
  .flags = CVN_KIND_BULK,
  .sort = "-month",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
