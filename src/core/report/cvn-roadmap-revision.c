/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-roadmap-revision"

#include "cvn-roadmap-revision.h"

#include "cvn-kinds.h"
#include "cvn-money.h"

static const char *const copied[] = { "name_nl", "name_en", "axis", "start_year", "maturity", "budget", "cost_estimate", "staff_hours", "assigned_budget", "assigned_hours" };

/* Of the name only the one in the language of the reader is compared. */
static const char *const compared[] = { "axis", "timing", "start_year", "maturity", "budget", "cost_estimate", "staff_hours", "assigned_budget", "assigned_hours" };

/** cvn_roadmap_revision_keep: (transfer full): a roadmap_revision_item with @service as it is now, its timing as it follows from the rules. Any thread. */
CvnRecord *
cvn_roadmap_revision_keep (const CvnService *service)
{
  CvnRecord *item = cvn_record_new (&cvn_kind_roadmap_revision_item);

  cvn_record_set_text (item, "service", cvn_record_get_id (service->item));
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    cvn_record_set_value (item, (guint) cvn_kind_find_field (&cvn_kind_roadmap_revision_item, copied[i]),
                          cvn_record_get_value (service->item, (guint) cvn_kind_find_field (&cvn_kind_roadmap_item, copied[i])));
  cvn_record_set_text (item, "timing", cvn_timing_get_code (service->timing));
  return item;
}

static void
difference_free (gpointer data)
{
  CvnRevisionDifference *self = data;

  g_free (self->service);
  g_free (self->name);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static const char *
pick_name (CvnRecord  *item,
           CvnLanguage language)
{
  const char *wanted = cvn_record_get_text (item, language == CVN_LANGUAGE_EN ? "name_en" : "name_nl");

  return wanted != NULL ? wanted : cvn_record_get_text (item, language == CVN_LANGUAGE_EN ? "name_nl" : "name_en");
}

static char *
dup_words (CvnRecord      *item,
           const CvnField *field,
           GPtrArray      *axes,
           CvnLanguage     language)
{
  const CvnValue *value = cvn_record_get_value (item, (guint) cvn_kind_find_field (&cvn_kind_roadmap_revision_item, field->name));

  if (field->named_by != NULL && !cvn_value_is_none (value))
    {
      const CvnCodeName *name = cvn_code_names_find (axes, value->text);

      return g_strdup (name != NULL ? cvn_code_name_get (name, language) : value->text);
    }
  if (field->type == CVN_FIELD_MONEY && !cvn_value_is_none (value))
    return cvn_money_format_euro (value->integer, language);
  return cvn_field_format (field, value, language);
}

static CvnRevisionDifference *
add (GPtrArray        *differences,
     CvnRevisionChange what,
     CvnRecord        *item,
     CvnLanguage       language)
{
  CvnRevisionDifference *difference = g_new0 (CvnRevisionDifference, 1);

  difference->what = what;
  difference->service = g_strdup (cvn_record_get_text (item, "service"));
  difference->name = g_strdup (pick_name (item, language));
  g_ptr_array_add (differences, difference);
  return difference;
}

static void
compare_item (GPtrArray  *differences,
              CvnRecord  *kept,
              CvnRecord  *now,
              GPtrArray  *axes,
              CvnLanguage language)
{
  const CvnKind *kind = &cvn_kind_roadmap_revision_item;

  if (g_strcmp0 (pick_name (kept, language), pick_name (now, language)) != 0)
    {
      CvnRevisionDifference *difference = add (differences, CVN_REVISION_CHANGED, now, language);

      difference->field = &kind->fields[cvn_kind_find_field (kind, language == CVN_LANGUAGE_EN ? "name_en" : "name_nl")];
      difference->before = g_strdup (pick_name (kept, language));
      difference->after = g_strdup (pick_name (now, language));
    }
  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    {
      guint                  place = (guint) cvn_kind_find_field (kind, compared[i]);
      CvnRevisionDifference *difference;

      if (cvn_value_equal (cvn_record_get_value (kept, place), cvn_record_get_value (now, place)))
        continue;
      difference = add (differences, CVN_REVISION_CHANGED, now, language);
      difference->field = &kind->fields[place];
      difference->before = dup_words (kept, difference->field, axes, language);
      difference->after = dup_words (now, difference->field, axes, language);
    }
}

static CvnRecord *
find_kept (GPtrArray  *kept,
           const char *service)
{
  for (guint i = 0; i < kept->len; i++)
    if (g_strcmp0 (cvn_record_get_text (kept->pdata[i], "service"), service) == 0)
      return kept->pdata[i];
  return NULL;
}

/**
 * cvn_roadmap_revision_compare:
 * @kept: (element-type CvnRecord): the roadmap_revision_item of one revision
 *
 * Compares service by service: those that are there now in their order, then those that are gone. Any thread.
 *
 * Returns: (transfer full) (element-type CvnRevisionDifference): what differs, in the words of @language
 */
GPtrArray *
cvn_roadmap_revision_compare (GPtrArray             *kept,
                              const CvnRoadmapSheet *now,
                              CvnLanguage            language)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);

  for (guint i = 0; i < now->services->len; i++)
    {
      g_autoptr (CvnRecord) item = cvn_roadmap_revision_keep (now->services->pdata[i]);
      CvnRecord *before = find_kept (kept, cvn_record_get_text (item, "service"));

      if (before != NULL)
        compare_item (differences, before, item, now->axes, language);
      else
        add (differences, CVN_REVISION_ADDED, item, language);
    }
  for (guint i = 0; i < kept->len; i++)
    if (cvn_roadmap_sheet_find (now, cvn_record_get_text (kept->pdata[i], "service")) == NULL)
      add (differences, CVN_REVISION_GONE, kept->pdata[i], language);
  return differences;
}
