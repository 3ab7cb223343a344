/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-series-place"

#include "cvn-series-place.h"

#include "cvn-document.h"
#include "cvn-error.h"
#include "cvn-rows.h"
#include "cvn-sync-desk.h"
#include "cvn-sync-leaf.h"
#include "cvn-sync-state.h"

#include <glib/gi18n-lib.h>

/*
 * Invoice numbers are without gaps and never given twice (invariant 8 of the data model). Desks that share a centre do not
 * see each other's numbers while they are apart, so each series is numbered at one of them, and moves by being handed over.
 */

static gboolean
is_shared (CvnReader *reader)
{
  g_autofree char *database = cvn_sync_state_dup (reader, CVN_SYNC_DATABASE);

  return database != NULL;
}

/* Whether the server has been told that the series is where the record says. */
static gboolean
says_so (const CvnSyncLeaf *leaf,
         CvnRecord         *series)
{
  g_autoptr (CvnDocument) document = leaf->body != NULL ? cvn_document_parse (leaf->body, NULL) : NULL;
  g_autoptr (CvnRecord) sent = NULL;

  if (leaf->state != CVN_LEAF_CONFIRMED || document == NULL)
    return FALSE;
  sent = cvn_document_to_record (document, cvn_record_get_kind (series), cvn_record_get_id (series), NULL);
  return sent != NULL && g_strcmp0 (cvn_record_get_text (sent, "desk"), cvn_record_get_text (series, "desk")) == 0;
}

static CvnSeriesPlace
look_at_leaves (CvnReader *reader,
                CvnRecord *series)
{
  g_autofree char *document = cvn_document_make_id (cvn_record_get_kind (series), cvn_record_get_id (series));
  g_autoptr (GPtrArray) leaves = cvn_sync_leaf_list (reader, document, NULL);
  guint n_live = 0;

  for (guint i = 0; leaves != NULL && i < leaves->len; i++)
    n_live += ((CvnSyncLeaf *) leaves->pdata[i])->deleted ? 0 : 1;
  if (n_live == 0)
    return CVN_SERIES_NEW;
  if (n_live > 1)
    return CVN_SERIES_DISPUTED;
  if (!cvn_sync_desk_is_here (reader, cvn_record_get_text (series, "desk")))
    return CVN_SERIES_ELSEWHERE;
  return says_so (leaves->pdata[0], series) ? CVN_SERIES_HERE : CVN_SERIES_UNSENT;
}

/** cvn_series_find_place: where the numbers of @series are given. */
CvnSeriesPlace
cvn_series_find_place (CvnReader *reader,
                       CvnRecord *series)
{
  if (!is_shared (reader))
    return CVN_SERIES_FREE;
  return cvn_sync_desk_was_moved (reader) ? CVN_SERIES_MOVED : look_at_leaves (reader, series);
}

/** cvn_series_dup_sentence: (transfer full) (nullable): why an invoice of @series cannot be sent, and what to do; NULL when it can. */
char *
cvn_series_dup_sentence (CvnRecord     *series,
                         CvnSeriesPlace place)
{
  const char      *name = cvn_record_get_text (series, "name");
  const char      *desk = cvn_record_get_text (series, "desk");
  g_autofree char *person = desk != NULL ? cvn_sync_desk_dup_name (desk) : g_strdup ("–");

  switch (place)
    {
    case CVN_SERIES_ELSEWHERE:
      return g_strdup_printf (_("Invoices of the series “%1$s” get their numbers at the desk of %2$s. Let this one be sent there, or ask for the series."), name, person);
    case CVN_SERIES_NEW:
      return g_strdup_printf (_("Nobody else knows the number series “%s” yet. Exchange with the server first: then it is this desk’s."), name);
    case CVN_SERIES_UNSENT:
      return g_strdup_printf (_("The server does not know yet that the number series “%s” is this desk’s. Exchange with it first."), name);
    case CVN_SERIES_DISPUTED:
      return g_strdup_printf (_("Two desks changed the number series “%s” at the same time. Choose between the edits first."), name);
    case CVN_SERIES_MOVED:
      return g_strdup (_("This file was moved, copied or put back since its last exchange: others may have sent invoices meanwhile. Exchange with the server first."));
    case CVN_SERIES_FREE:
    case CVN_SERIES_HERE:
    default:
      return NULL;
    }
}

static gboolean
have_same_letters (CvnRecord *a,
                   CvnRecord *b)
{
  const char *first = cvn_record_get_text (a, "prefix");
  const char *second = cvn_record_get_text (b, "prefix");

  return g_strcmp0 (first != NULL ? first : "", second != NULL ? second : "") == 0;
}

static gboolean
fail (char    *sentence,
      GError **error)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, sentence);
  cvn_error_set_field (error, "series");
  g_free (sentence);
  return FALSE;
}

/* Two series with the same letters are one row of numbers. */
static gboolean
check_twins (CvnReader *reader,
             CvnRecord *series,
             GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_record_get_kind (series));
  g_autoptr (GPtrArray) all = cvn_rows_list (reader, query, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      CvnRecord       *other = all->pdata[i];
      const char      *desk = cvn_record_get_text (other, "desk");
      g_autofree char *person = NULL;

      if (!have_same_letters (series, other) || desk == NULL || cvn_sync_desk_is_here (reader, desk))
        continue;
      person = cvn_sync_desk_dup_name (desk);
      return fail (g_strdup_printf (_("The number series “%1$s” has the same letters, and its numbers are given at the desk of %2$s. Give one of the two other letters."),
                                    cvn_record_get_text (other, "name"), person),
                   error);
    }
  return all != NULL;
}

/**
 * cvn_series_check:
 * @series: (nullable): of an invoice; NULL when it is of none
 *
 * Returns: whether an invoice of @series may get its number here; otherwise an error at "series" says why not
 */
gboolean
cvn_series_check (CvnReader *reader,
                  CvnRecord *series,
                  GError   **error)
{
  char *sentence;

  if (!is_shared (reader))
    return TRUE;
  if (series == NULL)
    return fail (g_strdup (_("In a centre that is shared an invoice needs a number series: choose one, or add one without letters.")), error);
  sentence = cvn_series_dup_sentence (series, cvn_series_find_place (reader, series));
  return sentence != NULL ? fail (sentence, error) : check_twins (reader, series, error);
}

/** cvn_series_find_usual: (transfer full) (nullable): the series without letters, which invoices are of that name none; NULL without an error: there is none. */
CvnRecord *
cvn_series_find_usual (CvnReader *reader,
                       GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("invoice_series"));
  g_autoptr (GPtrArray) all = cvn_rows_list (reader, query, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!cvn_record_has (all->pdata[i], "prefix"))
      return g_object_ref (all->pdata[i]);
  return NULL;
}
