/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-integrity-references"

#include "cvn-integrity-private.h"

#include <glib/gi18n-lib.h>

static void
add_fault (CvnCheck       *check,
           const CvnKind  *kind,
           const CvnField *field,
           const char     *id,
           const char     *target)
{
  g_autofree char *title = cvn_reader_dup_title (check->reader, kind, id, check->language);

  cvn_check_add (check, CVN_FAULT_REFERENCE, kind, id,
                 g_strdup_printf (_("“%s” in the register “%s” refers under “%s” to a record that is not there (%s)."), title, _(kind->label_plural), _(field->label), target),
                 _("Open the record and choose another one there, or put back a backup that still has the missing one."));
}

/* SQLite's own foreign_key_check would find the same rows, without words for them. */
static gboolean
check_field (CvnCheck       *check,
             const CvnKind  *kind,
             const CvnField *field,
             GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.id, t.\"%s\" FROM \"%s\" AS t LEFT JOIN \"%s\" AS r ON r.id = t.\"%s\""
                                          " WHERE t.\"%s\" IS NOT NULL AND r.id IS NULL LIMIT %d",
                                          field->name, kind->name, field->refers_to, field->name, field->name, CVN_INTEGRITY_MAX_FAULTS);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (check->reader->db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  while (cvn_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      add_fault (check, kind, field, cvn_statement_get_text (statement, 0), cvn_statement_get_text (statement, 1));
    }
  return FALSE;
}

/** cvn_check_references: every reference leads to a record. */
gboolean
cvn_check_references (CvnCheck *check,
                      GError  **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      if (kinds[k]->fields[i].type == CVN_FIELD_REFERENCE && !check_field (check, kinds[k], &kinds[k]->fields[i], error))
        return FALSE;
  return TRUE;
}
