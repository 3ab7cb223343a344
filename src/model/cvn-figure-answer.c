/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-figure-answer"

#include "cvn-figure-answer.h"

#include "cvn-figure-memory.h"
#include "cvn-table-variant.h"

/* A table with more records than this is no list to show, and its titles are not looked up. */
#define MAX_TITLES 200

/* Tables by name, and titles by id. */
#define CONTENT_TYPE "(a{s" CVN_TABLE_VARIANT_TYPE "}a{ss})"

/** cvn_figure_request_free: frees @request. */
void
cvn_figure_request_free (CvnFigureRequest *request)
{
  g_strfreev (request->names);
  g_free (request->today);
  g_free (request->record);
  g_free (request);
}

static CvnFigureAnswer *
answer_new (void)
{
  CvnFigureAnswer *answer = g_new0 (CvnFigureAnswer, 1);

  answer->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cvn_table_unref);
  answer->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return answer;
}

/** cvn_figure_answer_free: frees @answer. */
void
cvn_figure_answer_free (CvnFigureAnswer *answer)
{
  g_clear_pointer (&answer->tables, g_hash_table_unref);
  g_clear_pointer (&answer->titles, g_hash_table_unref);
  g_clear_pointer (&answer->content, g_variant_unref);
  g_free (answer);
}

static void
read_titles (CvnReader  *reader,
             CvnTable   *table,
             CvnLanguage language,
             GHashTable *titles)
{
  if (cvn_table_find_column (table, "kind") < 0 || cvn_table_find_column (table, "id") < 0 || cvn_table_get_n_rows (table) > MAX_TITLES)
    return;
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      const char    *name = cvn_table_get_text (table, row, "kind");
      const char    *id = cvn_table_get_text (table, row, "id");
      const CvnKind *kind = name != NULL ? cvn_kind_find (name) : NULL;
      char          *title;

      if (kind == NULL || id == NULL || g_hash_table_contains (titles, id))
        continue;
      title = cvn_reader_dup_title (reader, kind, id, language);
      if (title != NULL)
        g_hash_table_insert (titles, g_strdup (id), title);
    }
}

static CvnFigureAnswer *
work_out (CvnReader                *reader,
          const CvnFigureRequest   *request,
          const CvnFigureArguments *arguments,
          GError                  **error)
{
  g_autoptr (CvnFigureAnswer) answer = answer_new ();

  for (guint i = 0; request->names[i] != NULL; i++)
    {
      CvnTable *table = cvn_reader_figure (reader, request->names[i], arguments, error);

      if (table == NULL)
        return NULL;
      g_hash_table_insert (answer->tables, g_strdup (request->names[i]), table);
      read_titles (reader, table, request->language, answer->titles);
    }
  return g_steal_pointer (&answer);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of the names, so that what is alike is the same to the byte. */
static GVariant *
pack (const CvnFigureRequest *request,
      const CvnFigureAnswer  *answer)
{
  guint                n_ids = 0;
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (answer->titles, &n_ids);
  GVariantBuilder      builder;

  qsort (ids, n_ids, sizeof *ids, compare_keys);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (CONTENT_TYPE));
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a{s" CVN_TABLE_VARIANT_TYPE "}"));
  for (guint i = 0; request->names[i] != NULL; i++)
    g_variant_builder_add (&builder, "{s@" CVN_TABLE_VARIANT_TYPE "}", request->names[i],
                           cvn_table_to_variant (g_hash_table_lookup (answer->tables, request->names[i])));
  g_variant_builder_close (&builder);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < n_ids; i++)
    g_variant_builder_add (&builder, "{ss}", (const char *) ids[i], (const char *) g_hash_table_lookup (answer->titles, ids[i]));
  g_variant_builder_close (&builder);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static CvnFigureAnswer *
unpack (const CvnFigureRequest *request,
        GVariant               *content)
{
  g_autoptr (CvnFigureAnswer) answer = answer_new ();
  g_autoptr (GVariantIter) tables = NULL;
  g_autoptr (GVariantIter) titles = NULL;
  const char *name;
  const char *title;
  GVariant   *variant;

  g_variant_get (content, CONTENT_TYPE, &tables, &titles);
  while (g_variant_iter_loop (tables, "{&s@" CVN_TABLE_VARIANT_TYPE "}", &name, &variant))
    {
      CvnTable *table = cvn_table_new_from_variant (variant);

      if (table != NULL)
        g_hash_table_insert (answer->tables, g_strdup (name), table);
    }
  while (g_variant_iter_loop (titles, "{&s&s}", &name, &title))
    g_hash_table_insert (answer->titles, g_strdup (name), g_strdup (title));
  for (guint i = 0; request->names[i] != NULL; i++)
    if (!g_hash_table_contains (answer->tables, request->names[i]))
      return NULL;
  answer->content = g_variant_ref (content);
  answer->recalled = TRUE;
  return g_steal_pointer (&answer);
}

static CvnFigureAnswer *
recall (CvnReader              *reader,
        const CvnFigureRequest *request,
        const char             *key)
{
  g_autoptr (GVariant) content = cvn_figure_memory_read (reader, key, G_VARIANT_TYPE (CONTENT_TYPE));

  return content != NULL ? unpack (request, content) : NULL;
}

static CvnFigureAnswer *
read_remembered (CvnReader                *reader,
                 const CvnFigureRequest   *request,
                 const CvnFigureArguments *arguments,
                 GError                  **error)
{
  g_autofree char *key = cvn_figure_memory_dup_key (reader, (const char *const *) request->names, arguments, request->language);
  CvnFigureAnswer *answer = key != NULL && request->recalls ? recall (reader, request, key) : NULL;

  if (answer != NULL)
    return answer;
  answer = work_out (reader, request, arguments, error);
  if (answer != NULL)
    {
      answer->content = pack (request, answer);
      if (key != NULL)
        cvn_figure_memory_write (reader, key, answer->content);
    }
  return answer;
}

/** cvn_figure_answer_read: (transfer full): a #CvnReadFunc: what the #CvnFigureRequest @data asks for. */
gpointer
cvn_figure_answer_read (CvnReader    *reader,
                        gpointer      data,
                        GCancellable *cancellable,
                        GError      **error)
{
  const CvnFigureRequest *request = data;
  CvnFigureArguments      arguments = { .year = request->year, .today = request->today, .record = request->record };

  return request->remembers ? read_remembered (reader, request, &arguments, error) : work_out (reader, request, &arguments, error);
}
