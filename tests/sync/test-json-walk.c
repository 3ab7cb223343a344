/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-json-walk"

#include "cvn-document.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Texts made by chance are read as another reader of JSON reads them, however one walks through them. */

#define CASES     10000
#define MOST_DEEP 5

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static void
add_blanks (GString *text)
{
  static const char blanks[] = " \t\r\n";

  while (pick (8) == 0)
    g_string_append_c (text, blanks[pick (4)]);
}

static void
add_string (GString *text,
            guint    number)
{
  static const char *const pieces[] = {
    "a", "bc", "0", " ", "{", "}", "[", "]", ",", ":", "/", "'", "long enough to fill words", "\x7f",
    "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u00e9", "\\u20AC", "\\ud83d\\ude00", "\\u0041",
    "é", "€", "😀"
  };

  g_string_append_c (text, '"');
  if (number > 0)
    g_string_append_printf (text, "%s%u", pick (6) == 0 ? "_" : "", number);
  for (guint n = pick (6); n > 0; n--)
    g_string_append (text, pieces[pick (pick (2) == 0 ? 14 : G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, '"');
}

static void
add_value (GString *text,
           guint    depth)
{
  static const char *const plain[] = { "null", "true", "false", "0", "-0", "7", "-12", "9007199254740992", "9007199254740993", "1.50", "-2e3", "0.1E-2" };
  guint                    what = pick (depth >= MOST_DEEP ? 4 : 8);
  guint                    n = pick (5);

  if (what < 4)
    {
      if (what < 2)
        add_string (text, 0);
      else
        g_string_append (text, plain[pick (G_N_ELEMENTS (plain))]);
      return;
    }
  g_string_append_c (text, what < 6 ? '{' : '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      add_blanks (text);
      if (what < 6)
        {
          add_string (text, i + 1);
          add_blanks (text);
          g_string_append_c (text, ':');
          add_blanks (text);
        }
      add_value (text, depth + 1);
      add_blanks (text);
    }
  add_blanks (text);
  g_string_append_c (text, what < 6 ? '}' : ']');
}

/* An array with one value: never whole before its end. */
static GString *
make_text (void)
{
  GString *text = g_string_new ("[");

  add_blanks (text);
  add_value (text, 0);
  add_blanks (text);
  g_string_append_c (text, ']');
  return text;
}

static void check_next (CvnJsonIter *iter, JsonNode *node);

static void
check_plain (const CvnJsonSlice *value,
             JsonNode           *node)
{
  g_autofree char *text = cvn_json_dup_string (value);
  g_autofree char *copy = NULL;
  gsize            length;
  const char      *peeked = cvn_json_peek_string (value, &length, &copy);
  gint64           integer;

  g_assert_cmpint (cvn_json_is_null (value), ==, JSON_NODE_HOLDS_NULL (node));
  if (JSON_NODE_HOLDS_NULL (node))
    return;
  g_assert_cmpint (text != NULL, ==, json_node_get_value_type (node) == G_TYPE_STRING);
  if (text != NULL)
    {
      g_assert_cmpstr (text, ==, json_node_get_string (node));
      g_assert_cmpmem (peeked, length, text, strlen (text));
    }
  if (cvn_json_get_integer (value, &integer))
    g_assert_cmpint (integer, ==, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_assert_cmpint (cvn_json_is_true (value), ==, json_node_get_boolean (node));
}

/* Goes through some of the parts, or all when there is no @most. */
static void
check_members (CvnJsonIter *iter,
               JsonObject  *object,
               guint        most)
{
  guint        n = 0;
  CvnJsonSlice name;

  for (; n < most && cvn_json_next_name (iter, &name); n++)
    {
      g_autofree char *text = cvn_json_dup_string (&name);

      g_assert_true (cvn_json_is_name (&name, text));
      g_assert_true (json_object_has_member (object, text));
      check_next (iter, json_object_get_member (object, text));
    }
  if (n < most)
    g_assert_cmpuint (n, ==, json_object_get_size (object));
}

static void
check_elements (CvnJsonIter *iter,
                JsonArray   *array,
                guint        most)
{
  guint n = 0;

  for (; n < most && iter->cursor != NULL; n++)
    check_next (iter, json_array_get_element (array, n));
  if (n < most)
    g_assert_cmpuint (n, ==, json_array_get_length (array));
}

static void
check_parts (CvnJsonIter *parts,
             JsonNode    *node,
             guint        most)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    check_members (parts, json_node_get_object (node), most);
  else
    check_elements (parts, json_node_get_array (node), most);
}

/* What one is at is @node, entered, entered and left on the way, or taken as a whole. */
static void
check_next (CvnJsonIter *iter,
            JsonNode    *node)
{
  gboolean     object = JSON_NODE_HOLDS_OBJECT (node);
  gboolean     plain = !object && !JSON_NODE_HOLDS_ARRAY (node);
  guint        how = pick (3);
  CvnJsonIter  parts;
  CvnJsonSlice value;

  g_assert_nonnull (iter->cursor);
  if (plain || how == 0)
    {
      g_assert_true (cvn_json_next_element (iter, &value));
      g_assert_cmpint (cvn_json_open_object (&parts, &value), ==, object);
      if (!object)
        g_assert_cmpint (cvn_json_open_array (&parts, &value), ==, !plain);
      if (plain)
        check_plain (&value, node);
      else
        check_parts (&parts, node, G_MAXUINT);
      return;
    }
  g_assert_true (object ? cvn_json_enter_object (iter, &parts) : cvn_json_enter_array (iter, &parts));
  check_parts (&parts, node, how == 1 ? G_MAXUINT : pick (3));
  cvn_json_leave (iter, &parts);
}

static void
check_whole (const char *text,
             JsonNode   *root)
{
  CvnJsonSlice value = { text, strlen (text) };
  CvnJsonIter  iter;

  g_assert_true (cvn_json_open_array (&iter, &value));
  check_elements (&iter, json_node_get_array (root), G_MAXUINT);
  g_assert_true (iter.end == text + value.length);
}

static void
test_walk (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (guint i = 0; i < CASES; i++)
    {
      g_autoptr (GString) text = make_text ();
      g_autoptr (GError) error = NULL;

      json_parser_load_from_data (parser, text->str, (gssize) text->len, &error);
      g_assert_no_error (error);
      if (!cvn_json_check (text->str, text->len, &error))
        g_error ("%s", text->str);
      check_whole (text->str, json_parser_get_root (parser));
    }
}

/* Nothing is read beyond its end: the piece has no byte more. */
static void
test_cut (void)
{
  for (guint i = 0; i < CASES / 20; i++)
    {
      g_autoptr (GString) text = make_text ();

      for (gsize length = 0; length < text->len; length++)
        {
          g_autofree char *cut = g_memdup2 (text->str, MAX (length, 1));

          g_assert_false (cvn_json_check (cut, length, NULL));
        }
    }
}

/* What passes with a byte changed passes elsewhere too, and is read. */
static void
test_changed (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint n_passed = 0;

  for (guint i = 0; i < CASES; i++)
    {
      g_autoptr (GString) text = make_text ();
      g_autoptr (GError) error = NULL;
      CvnJsonSlice value = { text->str, text->len };
      CvnJsonIter  iter;

      text->str[pick ((guint) text->len)] = (char) pick (256);
      if (!cvn_json_check (text->str, text->len, NULL))
        continue;
      n_passed++;
      if (!json_parser_load_from_data (parser, text->str, (gssize) text->len, &error))
        g_error ("%s: %s", text->str, error->message);
      cvn_json_open_array (&iter, &value);
      while (cvn_json_next_element (&iter, &value))
        continue;
    }
  g_assert_cmpuint (n_passed, >, 0);
}

/* More members than nearly all documents have, too. */
static GString *
make_document (guint n)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      add_blanks (text);
      add_string (text, 1 + (i * 7919) % 10007);
      add_blanks (text);
      g_string_append_c (text, ':');
      add_blanks (text);
      add_value (text, MOST_DEEP - 1);
      add_blanks (text);
    }
  g_string_append_c (text, '}');
  return text;
}

static guint
count_content (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);
  guint n = 0;

  for (GList *name = names; name != NULL; name = name->next)
    n += *(const char *) name->data != '_';
  return n;
}

/* @text has what @document has, in the order of the names. */
static void
check_document (CvnDocument *document,
                const char  *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *before = "";
  JsonObject *object;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  object = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpuint (cvn_document_get_n (document), ==, count_content (object));
  for (guint i = 0; i < cvn_document_get_n (document); i++)
    {
      const char *name = cvn_document_get_name (document, i);
      g_autoptr (JsonNode) member = json_from_string (cvn_document_get_json (document, i), NULL);

      g_assert_cmpstr (before, <, name);
      g_assert_true (cvn_document_get (document, name) == cvn_document_get_json (document, i));
      g_assert_true (json_node_equal (member, json_object_get_member (object, name)));
      before = name;
    }
}

static void
test_documents (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      g_autoptr (GString) text = make_document (pick (50) == 0 ? pick (90) : pick (9));
      g_autoptr (CvnDocument) document = cvn_document_parse (text->str, NULL);
      g_autoptr (CvnDocument) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *rewritten = NULL;

      g_assert_nonnull (document);
      check_document (document, text->str);
      written = cvn_document_dup_text (document);
      check_document (document, written);
      again = cvn_document_parse (written, NULL);
      rewritten = cvn_document_dup_text (again);
      g_assert_cmpstr (written, ==, rewritten);
    }
}

/* Members are set and taken out, whether they were read or set before. */
static void
test_set (void)
{
  for (guint i = 0; i < CASES / 10; i++)
    {
      g_autoptr (GString) text = make_document (pick (30));
      g_autoptr (CvnDocument) document = cvn_document_parse (text->str, NULL);
      g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (guint j = 0; j < cvn_document_get_n (document); j++)
        g_hash_table_insert (expected, g_strdup (cvn_document_get_name (document, j)), g_strdup (cvn_document_get_json (document, j)));
      for (guint j = 0; j < 60; j++)
        {
          guint            n = cvn_document_get_n (document);
          g_autofree char *name = n > 0 && pick (2) == 0 ? g_strdup (cvn_document_get_name (document, pick (n))) : g_strdup_printf ("new \"%u\"", pick (40));
          g_autofree char *json = pick (3) == 0 ? NULL : g_strdup_printf ("%u", pick (1000));

          cvn_document_set (document, name, json);
          if (json == NULL)
            g_hash_table_remove (expected, name);
          else
            g_hash_table_insert (expected, g_strdup (name), g_strdup (json));
        }
      g_assert_cmpuint (cvn_document_get_n (document), ==, g_hash_table_size (expected));
      for (guint j = 0; j < cvn_document_get_n (document); j++)
        g_assert_cmpstr (cvn_document_get_json (document, j), ==, g_hash_table_lookup (expected, cvn_document_get_name (document, j)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/json/walk", test_walk);
  g_test_add_func ("/sync/json/cut", test_cut);
  g_test_add_func ("/sync/json/changed", test_changed);
  g_test_add_func ("/sync/document/by-chance", test_documents);
  g_test_add_func ("/sync/document/set", test_set);
  return g_test_run ();
}
