/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-benefits"

#include "cvn-programme-operations.h"

#include "cvn-benefit-rule.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *id; /* of a package or of a benefit that was promised */
  int   year;
  char *planned_on;
  char *delivered_on;
  char *item;
  char *event;
  char *publication;
  char *news_item;
} Change;

static void
free_data (gpointer data)
{
  Change *self = data;

  g_free (self->id);
  g_free (self->planned_on);
  g_free (self->delivered_on);
  g_free (self->item);
  g_free (self->event);
  g_free (self->publication);
  g_free (self->news_item);
  g_free (self);
}

static gboolean
put_exposure (CvnWriter     *writer,
              CvnRecord     *package,
              CvnRecord     *benefit,
              const char    *title,
              const CvnDate *due,
              GError       **error)
{
  static const char *const copied[] = { "title_nl", "title_en", "channel" };
  g_autoptr (CvnRecord) exposure = cvn_record_new (cvn_kind_find ("exposure"));

  cvn_record_set_text (exposure, "package", cvn_record_get_id (package));
  cvn_rows_set_date (exposure, "due", due);
  if (title != NULL)
    cvn_record_set_text (exposure, "title_nl", title);
  for (guint i = 0; benefit != NULL && i < G_N_ELEMENTS (copied); i++)
    cvn_record_set_text (exposure, copied[i], cvn_record_get_text (benefit, copied[i]));
  return cvn_writer_put (writer, exposure, error);
}

static gboolean
promise_benefit (CvnWriter *writer,
                 CvnRecord *package,
                 CvnRecord *benefit,
                 GError   **error)
{
  int   year = (int) cvn_record_get_integer (package, "year");
  guint times = (guint) MAX (1, cvn_record_get_integer (benefit, "times"));

  for (guint i = 0; i < times; i++)
    {
      CvnDate due = cvn_benefit_due (year, times, (guint) cvn_record_get_integer (benefit, "due_month"), i);

      if (!put_exposure (writer, package, benefit, NULL, &due, error))
        return FALSE;
    }
  return TRUE;
}

/* A package of before the levels were written down names its channels itself: each is due by the end of its year. */
static gboolean
promise_words (CvnWriter *writer,
               CvnRecord *package,
               GError   **error)
{
  const char *words = cvn_record_get_text (package, "exposure");
  g_auto (GStrv) parts = g_strsplit (words != NULL ? words : "", ";", -1);
  CvnDate due = cvn_benefit_due ((int) cvn_record_get_integer (package, "year"), 1, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !put_exposure (writer, package, NULL, parts[i], &due, error))
      return FALSE;
  return TRUE;
}

static gboolean
promise (CvnWriter *writer,
         CvnRecord *package,
         GError   **error)
{
  g_autoptr (GPtrArray) benefits = cvn_rows_find (cvn_writer_get_reader (writer), "benefit", "level", cvn_record_get_text (package, "package"), error);

  if (benefits == NULL)
    return FALSE;
  if (benefits->len == 0)
    return promise_words (writer, package, error);
  for (guint i = 0; i < benefits->len; i++)
    if (!promise_benefit (writer, package, benefits->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_promise (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Change *self = data;
  CvnReader    *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) package = cvn_rows_get (reader, "partner_package", self->id, error);
  g_autoptr (GPtrArray) there = package != NULL ? cvn_rows_find (reader, "exposure", "package", self->id, error) : NULL;
  g_autoptr (GPtrArray) benefits = there != NULL ? cvn_rows_find (reader, "benefit", "level", cvn_record_get_text (package, "package"), error) : NULL;

  if (benefits == NULL)
    return FALSE;
  if (there->len > 0)
    return cvn_check_fail (error, "package", _("The benefits of this package have been written down already."));
  if (benefits->len == 0 && !cvn_record_has (package, "exposure"))
    return cvn_check_fail (error, "package", _("Nothing is promised for this package yet: add its benefits first."));
  return promise (writer, package, error);
}

/** cvn_promise_benefits_new: (transfer full): writes down what the level of a package promises, with due days; refused when it was. */
CvnOperation *
cvn_promise_benefits_new (const char *package)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "exposure", write_promise, NULL, free_data };
  Change                        *self = g_new0 (Change, 1);

  self->id = g_strdup (package);
  return cvn_operation_new (&klass, self, package);
}

static GPtrArray *
list_packages (CvnReader *reader,
               int        year,
               GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("partner_package"));

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, year);
  return cvn_rows_list (reader, query, error);
}

static gboolean
has_package (GPtrArray  *packages,
             const char *organisation)
{
  for (guint i = 0; i < packages->len; i++)
    if (g_strcmp0 (cvn_record_get_text (packages->pdata[i], "organisation"), organisation) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
renew (CvnWriter *writer,
       CvnRecord *package,
       int        year,
       GError   **error)
{
  g_autoptr (CvnRecord) copy = cvn_record_copy (package);

  cvn_record_set_id (copy, NULL);
  cvn_record_set_integer (copy, "year", year);
  cvn_record_unset (copy, "code");
  cvn_record_unset (copy, "invoice");
  cvn_record_unset (copy, "source");
  return cvn_writer_put (writer, copy, error) && promise (writer, copy, error);
}

static gboolean
write_renewal (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Change *self = data;
  CvnReader    *reader = cvn_writer_get_reader (writer);
  g_autoptr (GPtrArray) packages = list_packages (reader, self->year, error);
  g_autoptr (GPtrArray) next = packages != NULL ? list_packages (reader, self->year + 1, error) : NULL;
  guint n = 0;

  if (next == NULL)
    return FALSE;
  for (guint i = 0; i < packages->len; i++)
    if (!has_package (next, cvn_record_get_text (packages->pdata[i], "organisation")))
      {
        if (!renew (writer, packages->pdata[i], self->year + 1, error))
          return FALSE;
        n++;
      }
  return n > 0 || cvn_check_fail (error, "year", _("There is no package of this year that was not renewed."));
}

/** cvn_renew_packages_new: (transfer full): copies the packages of @year to the next one, with what their levels promise, for partners that have none yet. */
CvnOperation *
cvn_renew_packages_new (int year)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "partner_package", write_renewal, NULL, free_data };
  Change                        *self = g_new0 (Change, 1);

  self->year = year;
  return cvn_operation_new (&klass, self, NULL);
}

static gboolean
write_exposure (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  const Change *self = data;
  g_autoptr (CvnRecord) exposure = cvn_rows_get (cvn_writer_get_reader (writer), "exposure", self->id, error);

  if (exposure == NULL)
    return FALSE;
  if (self->planned_on != NULL)
    cvn_record_set_text (exposure, "planned_on", self->planned_on);
  if (self->delivered_on != NULL)
    {
      cvn_record_set_text (exposure, "delivered_on", self->delivered_on);
      cvn_record_set_text (exposure, "item", self->item);
      cvn_record_set_text (exposure, "event", self->event);
      cvn_record_set_text (exposure, "publication", self->publication);
      cvn_record_set_text (exposure, "news_item", self->news_item);
    }
  return cvn_record_check (exposure, error) && cvn_writer_put (writer, exposure, error);
}

static const CvnOperationClass exposure_class = { CVN_ACTION_EDIT, "exposure", write_exposure, NULL, free_data };

/** cvn_plan_benefit_new: (transfer full): says on which ISO @day what was promised is to be given. */
CvnOperation *
cvn_plan_benefit_new (const char *exposure,
                      const char *day)
{
  Change *self = g_new0 (Change, 1);

  self->id = g_strdup (exposure);
  self->planned_on = g_strdup (day);
  return cvn_operation_new (&exposure_class, self, exposure);
}

static Change *
make_delivery (const char *exposure,
               const char *day,
               const char *item)
{
  Change *self = g_new0 (Change, 1);

  self->id = g_strdup (exposure);
  self->delivered_on = g_strdup (day);
  self->item = g_strdup (item);
  return self;
}

/**
 * cvn_deliver_benefit_new:
 * @item: (nullable): where the partner was shown, in words
 * @event: (nullable): the event at which it was shown
 * @publication: (nullable): the publication about an event in which it was shown
 *
 * Says that what was promised was given on the ISO @day. Refused at "item" when nothing tells where that can be seen.
 *
 * Returns: (transfer full): the operation
 */
CvnOperation *
cvn_deliver_benefit_new (const char *exposure,
                         const char *day,
                         const char *item,
                         const char *event,
                         const char *publication)
{
  Change *self = make_delivery (exposure, day, item);

  self->event = g_strdup (event);
  self->publication = g_strdup (publication);
  return cvn_operation_new (&exposure_class, self, exposure);
}

/** cvn_deliver_benefit_in_news_new: (transfer full): as cvn_deliver_benefit_new(), for a partner that was shown in a news item. */
CvnOperation *
cvn_deliver_benefit_in_news_new (const char *exposure,
                                 const char *day,
                                 const char *item,
                                 const char *news_item)
{
  Change *self = make_delivery (exposure, day, item);

  self->news_item = g_strdup (news_item);
  return cvn_operation_new (&exposure_class, self, exposure);
}
