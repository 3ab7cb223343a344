/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader-title"

#include "cvn-reader.h"

#include "cvn-reader-private.h"

/* A title may name a record whose title names another; a ring of references must end somewhere. */
#define MAX_DEPTH 4
#define SEPARATOR " · "

static char *dup_title (CvnReader *self, const CvnKind *kind, const char *id, CvnLanguage language, guint depth);

/* The value in the language asked for, or else in the other one: half a title is better than none. */
static guint
choose_twin (CvnRecord  *record,
             guint       field,
             CvnLanguage language)
{
  const CvnKind  *kind = cvn_record_get_kind (record);
  const CvnField *first = &kind->fields[field];
  int             twin = first->twin != NULL ? cvn_kind_find_field (kind, first->twin) : -1;
  guint           wanted;

  if (twin < 0)
    return field;
  wanted = cvn_field_is_english (first) == (language == CVN_LANGUAGE_EN) ? field : (guint) twin;
  if (cvn_value_is_none (cvn_record_get_value (record, wanted)))
    return wanted == field ? (guint) twin : field;
  return wanted;
}

/* Of two twins the first one stands for both. */
static gboolean
is_second_twin (const CvnKind *kind,
                guint          field)
{
  for (guint i = 0; i < field; i++)
    if ((kind->fields[i].flags & CVN_FIELD_TITLE) && g_strcmp0 (kind->fields[i].twin, kind->fields[field].name) == 0)
      return TRUE;
  return FALSE;
}

static char *
dup_part (CvnReader  *self,
          CvnRecord  *record,
          guint       place,
          CvnLanguage language,
          guint       depth)
{
  const CvnKind  *kind = cvn_record_get_kind (record);
  guint           chosen = choose_twin (record, place, language);
  const CvnField *field = &kind->fields[chosen];
  const CvnValue *value = cvn_record_get_value (record, chosen);

  if (cvn_value_is_none (value))
    return NULL;
  if (field->named_by != NULL)
    return cvn_reader_dup_words (self, field, value, language);
  if (field->type == CVN_FIELD_REFERENCE)
    return dup_title (self, cvn_kind_find (field->refers_to), value->text, language, depth + 1);
  return cvn_field_format (field, value, language);
}

static char *
dup_record_title (CvnReader  *self,
                  CvnRecord  *record,
                  CvnLanguage language,
                  guint       depth)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  GString       *title = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *part = NULL;

      if ((kind->fields[i].flags & CVN_FIELD_TITLE) && !is_second_twin (kind, i))
        part = dup_part (self, record, i, language, depth);
      if (part == NULL || *part == '\0')
        continue;
      if (title->len > 0)
        g_string_append (title, SEPARATOR);
      g_string_append (title, part);
    }
  if (title->len == 0 && cvn_record_get_id (record) != NULL)
    g_string_append (title, cvn_record_get_id (record));
  return g_string_free (title, FALSE);
}

static char *
dup_title (CvnReader     *self,
           const CvnKind *kind,
           const char    *id,
           CvnLanguage    language,
           guint          depth)
{
  g_autofree char *key = NULL;
  const char      *known;
  char            *title;
  g_autoptr (CvnRecord) record = NULL;

  if (kind == NULL || depth > MAX_DEPTH)
    return g_strdup (id);
  key = g_strdup_printf ("%u/%d/%s", cvn_kind_get_index (kind), language, id);
  known = g_hash_table_lookup (self->titles, key);
  if (known != NULL)
    return g_strdup (known);

  /* A record that is gone is called by its id: the list still shows that there was one. */
  record = cvn_reader_get (self, kind, id, NULL);
  if (record == NULL)
    return g_strdup (id);
  title = dup_record_title (self, record, language, depth);
  g_hash_table_insert (self->titles, g_steal_pointer (&key), g_strdup (title));
  return title;
}

/**
 * cvn_reader_dup_title:
 * @id: id of a record of @kind
 * @language: of the words, numbers and dates
 *
 * Returns: (transfer full): what people call the record: its title fields joined by " · "; its id when it has no words
 *   or is not there
 */
char *
cvn_reader_dup_title (CvnReader     *self,
                      const CvnKind *kind,
                      const char    *id,
                      CvnLanguage    language)
{
  return dup_title (self, kind, id, language, 0);
}

/** cvn_reader_dup_record_title: as cvn_reader_dup_title(), of a record at hand, stored or not. */
char *
cvn_reader_dup_record_title (CvnReader  *self,
                             CvnRecord  *record,
                             CvnLanguage language)
{
  return dup_record_title (self, record, language, 0);
}

static char *
find_name (CvnReader      *self,
           const CvnField *field,
           const char     *code,
           CvnLanguage     language)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (%s, %s) FROM \"%s\" WHERE code = ?1 ORDER BY position, seq LIMIT 1",
                                          language == CVN_LANGUAGE_NL ? "name_nl" : "name_en",
                                          language == CVN_LANGUAGE_NL ? "name_en" : "name_nl", field->named_by);
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, sql, NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind_text (statement, 1, code);
  return cvn_statement_step (statement, &has_row, NULL) && has_row ? g_strdup (cvn_statement_get_text (statement, 0)) : NULL;
}

/**
 * cvn_reader_dup_words:
 * @value: of @field, which is no reference
 *
 * Returns: (transfer full): as cvn_field_format(), and a code that records name by its name, for example an axis of the vision
 */
char *
cvn_reader_dup_words (CvnReader      *self,
                      const CvnField *field,
                      const CvnValue *value,
                      CvnLanguage     language)
{
  g_autofree char *key = NULL;
  const char      *known;
  char            *words;

  if (field->named_by == NULL || value->type != CVN_VALUE_TEXT)
    return cvn_field_format (field, value, language);
  key = g_strdup_printf ("%s/%d/%s", field->named_by, language, value->text);
  known = g_hash_table_lookup (self->titles, key);
  if (known != NULL)
    return g_strdup (known);
  words = find_name (self, field, value->text, language);
  if (words == NULL)
    words = cvn_field_format (field, value, language);
  g_hash_table_insert (self->titles, g_steal_pointer (&key), g_strdup (words));
  return words;
}
