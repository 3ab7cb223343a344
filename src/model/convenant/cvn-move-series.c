/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-move-series"

#include "cvn-operations.h"

#include "cvn-error.h"
#include "cvn-invoice-sending.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-series-place.h"
#include "cvn-sync-desk.h"

#include <glib/gi18n-lib.h>

/*
 * How a number series gets from one desk to another: one asks, the other hands over, and the last number that was given goes
 * along. A desk that is no more cannot hand over: then it is taken, by somebody who knows that.
 */

static void
give_to (CvnRecord  *series,
         const char *desk,
         const char *last)
{
  g_autofree char *target = g_strdup (desk);

  cvn_record_set_text (series, "desk", target);
  cvn_record_set_text (series, "asked_by", NULL);
  cvn_record_set_text (series, "last_number", last);
  cvn_record_set_integer (series, "hand_overs", cvn_record_get_integer (series, "hand_overs") + 1);
}

/* The record, when the series is where the step wants it to be. */
static CvnRecord *
read_at (CvnReader     *reader,
         const char    *id,
         CvnSeriesPlace wanted,
         GError       **error)
{
  g_autoptr (CvnRecord) series = cvn_rows_get (reader, "invoice_series", id, error);
  CvnSeriesPlace   place = series != NULL ? cvn_series_find_place (reader, series) : wanted;
  g_autofree char *sentence = NULL;

  if (place == wanted)
    return g_steal_pointer (&series);
  if (place == CVN_SERIES_FREE)
    sentence = g_strdup (_("This centre is not shared: invoices get their numbers here."));
  else if (place == CVN_SERIES_HERE)
    sentence = g_strdup (_("Invoices of this series get their numbers at this desk already."));
  else
    sentence = cvn_series_dup_sentence (series, place);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, sentence);
  cvn_error_set_field (error, "desk");
  return NULL;
}

static gboolean
write_asking (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) series = read_at (reader, data, CVN_SERIES_ELSEWHERE, error);
  g_autofree char *desk = cvn_sync_desk_dup (reader);

  if (series == NULL)
    return FALSE;
  cvn_record_set_text (series, "asked_by", desk);
  return cvn_writer_put (writer, series, error);
}

static gboolean
write_handing_over (CvnWriter    *writer,
                    gconstpointer data,
                    GError      **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) series = read_at (reader, data, CVN_SERIES_HERE, error);
  g_autofree char *last = NULL;

  if (series == NULL || !cvn_invoice_find_last (reader, series, &last, error))
    return FALSE;
  if (!cvn_record_has (series, "asked_by"))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("No other desk has asked for this number series."));
      cvn_error_set_field (error, "asked_by");
      return FALSE;
    }
  give_to (series, cvn_record_get_text (series, "asked_by"), last);
  return cvn_writer_put (writer, series, error);
}

static gboolean
write_keeping (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  g_autoptr (CvnRecord) series = read_at (cvn_writer_get_reader (writer), data, CVN_SERIES_HERE, error);

  if (series == NULL)
    return FALSE;
  cvn_record_unset (series, "asked_by");
  return cvn_writer_put (writer, series, error);
}

static gboolean
write_taking (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  CvnReader *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) series = read_at (reader, data, CVN_SERIES_ELSEWHERE, error);
  g_autofree char *desk = cvn_sync_desk_dup (reader);
  g_autofree char *last = NULL;

  if (series == NULL || !cvn_invoice_find_last (reader, series, &last, error))
    return FALSE;
  give_to (series, desk, last);
  return cvn_writer_put (writer, series, error);
}

/** cvn_ask_series_new: (transfer full): asks the desk that has the number series @series to hand it over to this one. */
CvnOperation *
cvn_ask_series_new (const char *series)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "invoice_series", write_asking, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (series), series);
}

/**
 * cvn_hand_over_series_new:
 *
 * Gives the number series @series to the desk that asked for it. From then on no invoice of it gets a number here, and this
 * cannot be undone: the other desk may send one at once. With the next exchange the other desk has it.
 *
 * Returns: (transfer full): the operation
 */
CvnOperation *
cvn_hand_over_series_new (const char *series)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "invoice_series", write_handing_over, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (series), series);
}

/** cvn_keep_series_new: (transfer full): does not hand the number series @series over to the desk that asked for it. */
CvnOperation *
cvn_keep_series_new (const char *series)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "invoice_series", write_keeping, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (series), series);
}

/**
 * cvn_take_series_new:
 *
 * For the day on which the desk that has the number series @series is no more: takes it without being given it. Whoever does
 * that says that the other desk sends no invoices any more; a number that it gave and never exchanged would come twice. The
 * first invoice can be sent after the next exchange, which brings all that the other desk has handed in.
 *
 * Returns: (transfer full): the operation
 */
CvnOperation *
cvn_take_series_new (const char *series)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "invoice_series", write_taking, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (series), series);
}
