/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-writer-parties"

#include "cvn-error.h"
#include "cvn-kinds.h"
#include "cvn-writer-private.h"

#include <glib/gi18n-lib.h>

/*
 * Nobody is a party to two covenants, or two service agreements, on the same day. Source: row 18 of the features. Who
 * declined, withdrew or ended is no party; an agreement that was declined or has ended binds nobody.
 * Each project of a programme has agreements of its own.
 * ?1 id, ?2 kind, ?3 first and ?4 last day of the agreement; ?5 the party, or NULL for all that it has; ?6 project or NULL.
 */
#define SQL_OTHER                                                                                                                 \
  "WITH other (id) AS ("                                                                                                          \
  "SELECT id FROM agreement WHERE kind = ?2 AND id <> ?1 AND project IS ?6 AND start_date <= coalesce(?4, '9999')"                \
  " AND coalesce(end_date, '9999') >= ?3 AND status NOT IN ('declined', 'expired', 'ended')), "                                   \
  "party (agreement, organisation) AS ("                                                                                          \
  "SELECT agreement, organisation FROM ("                                                                                         \
  "SELECT agreement, organisation, status,"                                                                                       \
  " row_number() OVER (PARTITION BY agreement, organisation ORDER BY date IS NOT NULL DESC, date DESC, seq DESC) AS place"        \
  " FROM agreement_decision WHERE (?5 IS NULL OR organisation = ?5) AND (agreement = ?1 OR agreement IN (SELECT id FROM other)))" \
  " WHERE place = 1 AND status NOT IN ('declined', 'withdrawn', 'ended')) "                                                       \
  "SELECT p.organisation, p.agreement FROM party AS p JOIN other AS o ON o.id = p.agreement"                                      \
  " WHERE ?5 IS NOT NULL OR EXISTS (SELECT 1 FROM party AS q WHERE q.agreement = ?1 AND q.organisation = p.organisation) LIMIT 1"

static gboolean
binds (const char *status)
{
  static const char *const free_of_it[] = { "declined", "withdrawn", "expired", "ended", NULL };

  return !g_strv_contains (free_of_it, status);
}

static gboolean
fail (CvnWriter    *self,
      CvnStatement *found,
      const char   *field,
      GError      **error)
{
  /* The sentence is in the language of the process, so the titles within it are too. */
  CvnLanguage      language = g_str_has_prefix (g_get_language_names ()[0], "nl") ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
  g_autofree char *party = cvn_reader_dup_title (self->reader, &cvn_kind_organisation, cvn_statement_get_text (found, 0), language);
  g_autofree char *other = cvn_reader_dup_title (self->reader, &cvn_kind_agreement, cvn_statement_get_text (found, 1), language);

  /* Translators: a party, and an agreement */
  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("%1$s is a party to “%2$s”, which runs at the same time: let one end before the other begins."), party, other);
  cvn_error_set_field (error, field);
  return FALSE;
}

static gboolean
check (CvnWriter  *self,
       CvnRecord  *agreement,
       const char *party,
       const char *field,
       GError    **error)
{
  static const char *const exclusive[] = { "covenant", "service_agreement", NULL };
  g_autoptr (CvnStatement) statement = NULL;
  gboolean has_row = FALSE;

  if (!g_strv_contains (exclusive, cvn_record_get_text (agreement, "kind")) || !binds (cvn_record_get_text (agreement, "status")))
    return TRUE;
  statement = cvn_db_prepare (self->db, SQL_OTHER, error);
  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "ssssss", cvn_record_get_id (agreement), cvn_record_get_text (agreement, "kind"),
                      cvn_record_get_text (agreement, "start_date"), cvn_record_get_text (agreement, "end_date"), party, cvn_record_get_text (agreement, "project"));
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  return !has_row || fail (self, statement, field, error);
}

/** cvn_writer_check_parties: whether no party of an agreement, or of a decision, is bound twice on one day; %CVN_ERROR_INVALID otherwise. */
gboolean
cvn_writer_check_parties (CvnWriter *self,
                          CvnRecord *record,
                          GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  g_autoptr (CvnRecord) agreement = NULL;
  GError *failure = NULL;

  if (kind == &cvn_kind_agreement)
    return check (self, record, NULL, "start_date", error);
  if (kind != &cvn_kind_agreement_decision || !binds (cvn_record_get_text (record, "status")))
    return TRUE;
  agreement = cvn_reader_get (self->reader, &cvn_kind_agreement, cvn_record_get_text (record, "agreement"), &failure);
  if (agreement != NULL)
    return check (self, agreement, cvn_record_get_text (record, "organisation"), "organisation", error);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}
