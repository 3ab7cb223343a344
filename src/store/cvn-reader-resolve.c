/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader-resolve"

#include "cvn-reader.h"

#include "cvn-error.h"
#include "cvn-reader-private.h"

#include <glib/gi18n-lib.h>

/* Runs @sql with @text; *id stays NULL when nothing, is set when one and an error when several records are found. */
static gboolean
find_one (CvnReader  *self,
          const char *sql,
          const char *text,
          char      **id,
          GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, sql, error);
  g_autofree char *first = NULL;
  gboolean         has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, text);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  first = g_strdup (cvn_statement_get_text (statement, 0));
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_AMBIGUOUS, _("“%s” is the name of more than one record; use the code instead."), text);
      return FALSE;
    }
  *id = g_steal_pointer (&first);
  return TRUE;
}

/* The words in the other language name the record as well. */
static gboolean
has_flag (const CvnKind  *kind,
          const CvnField *field,
          CvnFieldFlags   flag)
{
  int twin = field->twin != NULL && flag == CVN_FIELD_TITLE ? cvn_kind_find_field (kind, field->twin) : -1;

  return (field->flags & flag) != 0 || (twin >= 0 && (kind->fields[twin].flags & flag) != 0);
}

static gboolean
find_in_fields (CvnReader     *self,
                const CvnKind *kind,
                CvnFieldFlags  flag,
                const char    *text,
                char         **id,
                GError       **error)
{
  for (guint i = 0; i < kind->n_fields && *id == NULL; i++)
    {
      const CvnField  *field = &kind->fields[i];
      g_autofree char *sql = NULL;

      if (!has_flag (kind, field, flag) || field->type != CVN_FIELD_TEXT)
        continue;
      sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 LIMIT 2", kind->name, field->name);
      if (!find_one (self, sql, text, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_id (CvnReader     *self,
         const CvnKind *kind,
         const char    *text,
         char         **id,
         GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE id = ?1", kind->name);

  return find_one (self, sql, text, id, error) &&
         (*id != NULL || find_in_fields (self, kind, CVN_FIELD_KEY, text, id, error)) &&
         (*id != NULL || find_in_fields (self, kind, CVN_FIELD_TITLE, text, id, error));
}

/**
 * cvn_reader_resolve:
 * @text: how a file or a person names a record of @kind: its id, its key, or its title field word for word
 *
 * What was found is remembered until cvn_reader_forget(); what was not is looked for again.
 *
 * Returns: (transfer full) (nullable): the id; NULL with %CVN_ERROR_UNKNOWN_REFERENCE when there is none,
 *   %CVN_ERROR_AMBIGUOUS when there are several
 */
char *
cvn_reader_resolve (CvnReader     *self,
                    const CvnKind *kind,
                    const char    *text,
                    GError       **error)
{
  GHashTable *known = self->resolved[cvn_kind_get_index (kind)];
  char       *id = known != NULL ? g_strdup (g_hash_table_lookup (known, text)) : NULL;

  if (id != NULL)
    return id;
  if (!find_id (self, kind, text, &id, error))
    return NULL;
  if (id == NULL)
    {
      g_set_error (error, CVN_ERROR, CVN_ERROR_UNKNOWN_REFERENCE, _("There is no “%s” in the register “%s”."), text, _(kind->label_plural));
      return NULL;
    }
  if (known == NULL)
    known = self->resolved[cvn_kind_get_index (kind)] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (known, g_strdup (text), g_strdup (id));
  return id;
}
