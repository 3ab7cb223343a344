/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-renew"

#include "cvn-operations.h"

#include "cvn-error.h"
#include "cvn-ladder.h"
#include "cvn-operation-private.h"
#include "cvn-parties.h"
#include "cvn-renewed-rules.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CvnRecord *successor;
  char      *today;
} Renew;

static void
free_data (gpointer data)
{
  Renew *self = data;

  g_object_unref (self->successor);
  g_free (self->today);
  g_free (self);
}

static CvnSuccession
compare (CvnRecord *successor,
         CvnRecord *agreement,
         int       *days)
{
  CvnPeriod later = { cvn_rows_get_date (successor, "start_date"), cvn_rows_get_date (successor, "end_date") };
  CvnPeriod earlier = { cvn_rows_get_date (agreement, "start_date"), cvn_rows_get_date (agreement, "end_date") };

  return cvn_ladder_compare_periods (&later, &earlier, days);
}

static gboolean
refuse_overlap (CvnRecord *agreement,
                GError   **error)
{
  const char *end = cvn_record_get_text (agreement, "end_date");

  if (end != NULL)
    g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("The agreement that this one follows runs until %s: begin on the day after."), end);
  else
    g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("The agreement that this one follows has no end: fill in its last day first."));
  cvn_error_set_field (error, "start_date");
  return FALSE;
}

static gboolean
invite (const Renew *self,
        CvnWriter   *writer,
        const char  *organisation,
        GError     **error)
{
  g_autoptr (CvnRecord) decision = cvn_record_new (cvn_kind_find ("agreement_decision"));

  cvn_record_set_text (decision, "agreement", cvn_record_get_id (self->successor));
  cvn_record_set_text (decision, "organisation", organisation);
  cvn_record_set_text (decision, "status", "invited");
  cvn_record_set_text (decision, "date", self->today);
  return cvn_writer_put (writer, decision, error);
}

static gboolean
copy_rule (const Renew *self,
           CvnWriter   *writer,
           CvnRecord   *rule,
           GError     **error)
{
  g_autoptr (CvnRecord) copy = cvn_record_copy (rule);

  cvn_record_set_id (copy, NULL);
  cvn_record_set_text (copy, "agreement", cvn_record_get_id (self->successor));
  cvn_record_set_text (copy, "start_date", cvn_record_get_text (self->successor, "start_date"));
  cvn_record_unset (copy, "end_date");
  return cvn_writer_put (writer, copy, error);
}

static gboolean
write_successor (CvnWriter    *writer,
                 gconstpointer data,
                 GError      **error)
{
  const Renew *self = data;
  CvnReader   *reader = cvn_writer_get_reader (writer);
  const char  *extends = cvn_record_get_text (self->successor, "extends");
  g_autoptr (CvnRecord) agreement = cvn_rows_get (reader, "agreement", extends, error);
  g_autoptr (CvnRecord) successor = cvn_record_copy (self->successor);
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  gboolean done;

  if (agreement == NULL || !cvn_record_check (successor, error))
    return FALSE;
  if (compare (successor, agreement, NULL) == CVN_SUCCESSION_OVERLAP)
    return refuse_overlap (agreement, error);
  parties = cvn_parties_list (reader, extends, error);
  rules = parties != NULL ? cvn_renewed_rules_find (reader, agreement, error) : NULL;
  if (rules == NULL)
    return FALSE;
  done = cvn_writer_put (writer, successor, error);
  for (guint i = 0; done && i < parties->len; i++)
    done = invite (self, writer, parties->pdata[i], error);
  for (guint i = 0; done && i < rules->len; i++)
    done = copy_rule (self, writer, rules->pdata[i], error);
  return done;
}

static void
append_row (CvnTable   *table,
            const char *what,
            const char *id,
            char       *label,
            int         days)
{
  CvnValue *row = cvn_table_append_row (table);

  cvn_value_set_text (&row[0], what);
  cvn_value_set_text (&row[1], id);
  cvn_value_set_text (&row[2], label);
  cvn_value_set_integer (&row[3], days);
  g_free (label);
}

static char *
dup_title (CvnReader  *reader,
           const char *kind,
           const char *id)
{
  return cvn_reader_dup_title (reader, cvn_kind_find (kind), id, cvn_interface_language ());
}

static CvnTable *
preview_successor (CvnReader    *reader,
                   gconstpointer data,
                   GError      **error)
{
  static const char *const columns[] = { "what", "id", "label", "days" };
  static const char *const successions[] = { [CVN_SUCCESSION_FOLLOWS] = "follows", [CVN_SUCCESSION_GAP] = "gap", [CVN_SUCCESSION_OVERLAP] = "overlap" };
  const Renew             *self = data;
  const char              *extends = cvn_record_get_text (self->successor, "extends");
  g_autoptr (CvnRecord) agreement = cvn_rows_get (reader, "agreement", extends, error);
  g_autoptr (CvnTable) table = cvn_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) parties = agreement != NULL ? cvn_parties_list (reader, extends, error) : NULL;
  g_autoptr (GPtrArray) rules = parties != NULL ? cvn_renewed_rules_find (reader, agreement, error) : NULL;
  CvnSuccession succession;
  int           days;

  if (rules == NULL || !cvn_record_check (self->successor, error))
    return NULL;
  succession = compare (self->successor, agreement, &days);
  append_row (table, successions[succession], extends, dup_title (reader, "agreement", extends), days);
  for (guint i = 0; i < parties->len; i++)
    append_row (table, "party", parties->pdata[i], dup_title (reader, "organisation", parties->pdata[i]), 0);
  for (guint i = 0; i < rules->len; i++)
    append_row (table, "contribution_rule", cvn_record_get_id (rules->pdata[i]), cvn_renewed_rules_describe (reader, rules->pdata[i]), 0);
  return g_steal_pointer (&table);
}

/**
 * cvn_renew_new:
 * @successor: a new agreement that extends another one
 * @today: ISO day, of the invitations
 *
 * Makes the agreement that follows, invites the parties of the one before and gives it the rules by which they contributed at
 * its end; see cvn_renewed_rules_find().
 * Refused at "start_date" when the two would overlap; a gap shows in the preview.
 *
 * Returns: (transfer full): the operation; its id is that of the successor
 */
CvnOperation *
cvn_renew_new (CvnRecord  *successor,
               const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "agreement", write_successor, preview_successor, free_data };
  g_autofree char               *id = cvn_ulid_new ();
  Renew                         *self = g_new0 (Renew, 1);

  self->successor = cvn_record_copy (successor);
  cvn_record_set_id (self->successor, id);
  self->today = g_strdup (today);
  return cvn_operation_new (&klass, self, id);
}
