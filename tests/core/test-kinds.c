/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-kinds"

#include "cvn-kinds.h"

#include "cvn-record.h"

#include <string.h>

typedef void (*EachField) (const CvnKind *kind, guint place);

static void
each_field (EachField check)
{
  for (guint i = 0; i < cvn_n_kinds; i++)
    for (guint f = 0; f < cvn_kinds[i]->n_fields; f++)
      check (cvn_kinds[i], f);
}

/* Adds the word, folded; a word that is there already is a mistake in the description of @kind. */
static void
add_once (GHashTable    *words,
          const char    *word,
          const CvnKind *kind)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (!g_hash_table_add (words, g_steal_pointer (&folded)))
    g_error ("%s: “%s” is used twice", kind->name, word);
}

static void
add_words_once (GHashTable    *words,
                const char    *list,
                const CvnKind *kind)
{
  g_auto (GStrv) parts = g_strsplit (list, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_assert_cmpstr (parts[i], !=, "");
      add_once (words, parts[i], kind);
    }
}

static GHashTable *
new_words (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
test_kinds (void)
{
  g_autoptr (GHashTable) names = new_words ();
  g_autoptr (GHashTable) files = new_words ();

  g_assert_cmpuint (cvn_n_kinds, ==, 68);
  for (guint i = 0; i < cvn_n_kinds; i++)
    {
      const CvnKind *kind = cvn_kinds[i];

      add_once (names, kind->name, kind);
      add_words_once (files, kind->files, kind);
      g_assert_cmpstr (kind->label, !=, NULL);
      g_assert_cmpstr (kind->label_plural, !=, kind->label);
      g_assert_true (g_str_has_prefix (kind->label_add, "Add "));
      g_assert_true (g_str_has_suffix (kind->icon, "-symbolic"));
      g_assert_cmpuint (kind->n_fields, >, 0);
      g_assert_cmpuint (kind->n_fields, <, 64);
      if (kind->sort != NULL)
        g_assert_cmpint (cvn_kind_find_field (kind, kind->sort + (*kind->sort == '-')), >=, 0);
    }
}

/* A column called so would have to be quoted in every query. */
static gboolean
is_reserved (const char *name)
{
  static const char *const reserved[] = {
    "add", "all", "alter", "and", "as", "between", "case", "check", "collate", "commit", "constraint", "create", "default",
    "delete", "desc", "distinct", "drop", "else", "end", "escape", "except", "exists", "foreign", "from", "group", "having",
    "in", "index", "insert", "into", "is", "join", "limit", "not", "null", "on", "or", "order", "primary", "references",
    "select", "set", "table", "then", "to", "transaction", "union", "unique", "update", "using", "values", "when", "where",
    /* what each table has besides its fields */
    "extra", "hash", "id", "rowid", "seq", NULL
  };

  return g_strv_contains (reserved, name);
}

static void
check_names (const CvnKind *kind,
             guint          place)
{
  const CvnField *field = &kind->fields[place];

  g_assert_true (g_ascii_islower (field->name[0]));
  for (const char *c = field->name; *c != '\0'; c++)
    g_assert_true (g_ascii_islower (*c) || g_ascii_isdigit (*c) || *c == '_');
  if (is_reserved (field->name))
    g_error ("%s.%s is a word of SQL", kind->name, field->name);
  g_assert_cmpint (cvn_kind_find_field (kind, field->name), ==, place);
  g_assert_cmpstr (field->label, !=, NULL);
  g_assert_cmpstr (field->label, !=, "");
  g_assert_cmpstr (field->nl, !=, NULL);
  if (field->hint != NULL)
    g_assert_false (g_str_has_suffix (field->hint, "."));
}

static void
test_names (void)
{
  each_field (check_names);
}

/* A heading leads to one field; the ones that the program works out lead to none. */
static void
test_headings (void)
{
  for (guint i = 0; i < cvn_n_kinds; i++)
    {
      const CvnKind *kind = cvn_kinds[i];
      g_autoptr (GHashTable) words = new_words ();

      if (kind->derived != NULL)
        add_words_once (words, kind->derived, kind);
      for (guint f = 0; f < kind->n_fields; f++)
        {
          const CvnField *field = &kind->fields[f];
          g_autoptr (GHashTable) own = new_words ();

          /* One field may be called the same in two languages, two fields may not. */
          add_words_once (own, field->nl, kind);
          g_hash_table_add (own, g_utf8_casefold (field->name, -1));
          g_hash_table_add (own, g_utf8_casefold (field->label, -1));
          g_autofree gpointer *all = g_hash_table_get_keys_as_array (own, NULL);
          for (guint w = 0; all[w] != NULL; w++)
            add_once (words, all[w], kind);
        }
    }
}

static void
check_twin (const CvnKind *kind,
            guint          place)
{
  const CvnField *field = &kind->fields[place];
  const CvnField *twin;
  int             twin_place;

  if (field->twin == NULL)
    {
      g_assert_false (g_str_has_suffix (field->name, "_en"));
      return;
    }
  twin_place = cvn_kind_find_field (kind, field->twin);
  g_assert_cmpint (twin_place, >=, 0);
  twin = &kind->fields[twin_place];
  g_assert_cmpstr (twin->twin, ==, field->name);
  g_assert_cmpint (twin->type, ==, field->type);
  g_assert_true (cvn_field_is_english (twin) != cvn_field_is_english (field));
  if (cvn_field_is_english (field))
    g_assert_cmpint (field->flags & (CVN_FIELD_TITLE | CVN_FIELD_LIST | CVN_FIELD_REQUIRED), ==, 0);
}

static void
test_twins (void)
{
  each_field (check_twin);
}

static void
check_type (const CvnKind *kind,
            guint          place)
{
  const CvnField *field = &kind->fields[place];

  g_assert_true ((field->refers_to != NULL) == (field->type == CVN_FIELD_REFERENCE));
  g_assert_true ((field->choices != NULL || field->named_by != NULL) == (field->type == CVN_FIELD_CHOICE || (field->type == CVN_FIELD_TEXT && field->choices != NULL)));
  if (field->named_by != NULL)
    {
      const CvnKind *names = cvn_kind_find (field->named_by);

      g_assert_nonnull (names);
      g_assert_cmpint (cvn_kind_find_field (names, "code"), >=, 0);
      g_assert_cmpint (cvn_kind_find_field (names, "position"), >=, 0);
      g_assert_cmpint (cvn_kind_find_field (names, "name_nl"), >=, 0);
    }
  g_assert_cmpint (field->min, <=, field->max);
  if (field->max != 0)
    g_assert_cmpint (field->type, ==, CVN_FIELD_INTEGER);
  if (field->format != CVN_FORMAT_NONE)
    g_assert_cmpint (field->type, ==, CVN_FIELD_TEXT);
  if ((field->flags & CVN_FIELD_SUM) != 0)
    g_assert_true (field->type == CVN_FIELD_MONEY || field->type == CVN_FIELD_INTEGER);
  if ((field->flags & CVN_FIELD_KEY) != 0)
    g_assert_cmpint (field->type, ==, CVN_FIELD_TEXT);
}

static void
test_types (void)
{
  each_field (check_type);
}

static void
check_choices (const CvnKind *kind,
               guint          place)
{
  g_autoptr (GHashTable) codes = new_words ();
  g_autoptr (GHashTable) words = new_words ();

  for (const CvnChoice *choice = kind->fields[place].choices; choice != NULL && choice->code != NULL; choice++)
    {
      add_once (codes, choice->code, kind);
      add_words_once (words, choice->nl, kind);
      g_assert_cmpstr (choice->label, !=, NULL);
      g_assert_true (g_ascii_isupper (choice->label[0]));
      for (const char *c = choice->code; *c != '\0'; c++)
        g_assert_true (g_ascii_islower (*c) || *c == '_');
    }
}

static void
test_choices (void)
{
  each_field (check_choices);
}

static void
test_titles_and_lists (void)
{
  for (guint i = 0; i < cvn_n_kinds; i++)
    {
      guint n_title = 0;
      guint n_list = 0;

      for (guint f = 0; f < cvn_kinds[i]->n_fields; f++)
        {
          n_title += (cvn_kinds[i]->fields[f].flags & CVN_FIELD_TITLE) != 0;
          n_list += (cvn_kinds[i]->fields[f].flags & CVN_FIELD_LIST) != 0;
        }
      if (n_title < 1 || n_title > 3 || n_list < 3 || n_list > 8)
        g_error ("%s: %u fields in the title, %u in the list", cvn_kinds[i]->name, n_title, n_list);
    }
}

/* Import goes by this order, so each reference points back, or to the same kind. */
static void
test_references (void)
{
  g_autoptr (GPtrArray) sorted = cvn_kind_sort_by_reference ();

  g_assert_cmpuint (sorted->len, ==, cvn_n_kinds);
  for (guint i = 0; i < sorted->len; i++)
    {
      const CvnKind *kind = g_ptr_array_index (sorted, i);

      for (guint f = 0; f < kind->n_fields; f++)
        {
          const CvnKind *target = kind->fields[f].refers_to != NULL ? cvn_kind_find (kind->fields[f].refers_to) : NULL;
          guint          place;

          if (kind->fields[f].refers_to == NULL)
            continue;
          g_assert_nonnull (target);
          g_assert_cmpint (target->flags & CVN_KIND_BULK, ==, 0);
          g_assert_true (g_ptr_array_find (sorted, target, &place));
          g_assert_cmpuint (place, <=, i);
        }
    }
}

static void
test_records (void)
{
  for (guint i = 0; i < cvn_n_kinds; i++)
    {
      CvnRecord *record = cvn_record_new (cvn_kinds[i]);
      g_autoptr (GError) error = NULL;

      /* Each kind wants at least something: an empty record is worth nothing. */
      g_assert_false (cvn_record_check (record, &error));
      g_assert_nonnull (error);
      g_assert_true (cvn_record_get_kind (record) == cvn_kinds[i]);
      g_assert_true (cvn_kind_find (cvn_kinds[i]->name) == cvn_kinds[i]);
      g_assert_finalize_object (record);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/kinds/kinds", test_kinds);
  g_test_add_func ("/core/kinds/names", test_names);
  g_test_add_func ("/core/kinds/headings", test_headings);
  g_test_add_func ("/core/kinds/twins", test_twins);
  g_test_add_func ("/core/kinds/types", test_types);
  g_test_add_func ("/core/kinds/choices", test_choices);
  g_test_add_func ("/core/kinds/titles-and-lists", test_titles_and_lists);
  g_test_add_func ("/core/kinds/references", test_references);
  g_test_add_func ("/core/kinds/records", test_records);

  return g_test_run ();
}
