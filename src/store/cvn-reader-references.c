/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader-references"

#include "cvn-reader.h"

#include "cvn-reader-private.h"

/* Enough to show what is in the way; a municipality is referred to by thousands of counts. */
#define MAX_HITS_PER_FIELD 100

/** cvn_search_hit_free: frees @hit. */
void
cvn_search_hit_free (CvnSearchHit *hit)
{
  g_free (hit->id);
  g_free (hit->title);
  g_free (hit->found);
  g_free (hit->detail);
  g_free (hit);
}

static gboolean
add_hits (CvnReader      *self,
          const CvnKind  *kind,
          const CvnField *field,
          const char     *id,
          GPtrArray      *hits,
          GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 ORDER BY seq LIMIT %d", kind->name, field->name, MAX_HITS_PER_FIELD);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, id);
  while (cvn_statement_step (statement, &has_row, error))
    {
      CvnSearchHit *hit;

      if (!has_row)
        return TRUE;
      hit = g_new0 (CvnSearchHit, 1);
      hit->kind = kind;
      hit->id = g_strdup (cvn_statement_get_text (statement, 0));
      hit->title = cvn_reader_dup_title (self, kind, hit->id, CVN_LANGUAGE_EN);
      hit->found = g_strdup (field->name);
      g_ptr_array_add (hits, hit);
    }
  return FALSE;
}

/**
 * cvn_reader_find_references:
 * @id: id of a record of @kind
 *
 * Returns: (transfer full) (element-type CvnSearchHit): the records that refer to it, at most a hundred for each
 *   referring field, whose name is in "found"; NULL on error
 */
GPtrArray *
cvn_reader_find_references (CvnReader     *self,
                            const CvnKind *kind,
                            const char    *id,
                            GError       **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_search_hit_free);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      {
        const CvnField *field = &kinds[k]->fields[i];

        if (field->type == CVN_FIELD_REFERENCE && g_strcmp0 (field->refers_to, kind->name) == 0 &&
            !add_hits (self, kinds[k], field, id, hits, error))
          return NULL;
      }
  return g_steal_pointer (&hits);
}
