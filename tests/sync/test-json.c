/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-json"

#include "cvn-document.h"
#include "cvn-error.h"
#include "cvn-revision.h"

#include <string.h>

static void
test_check (void)
{
  static const struct
  {
    const char *text;
    gboolean    right;
  } cases[] = {
    { "{}", TRUE },
    { " [ ] ", TRUE },
    { "null", TRUE },
    { "\"caf\\u00e9 \\ud83d\\ude00\"", TRUE },
    { "{\"a\":[1,-2.5e+3,true,false,null,{\"b\":\"c\"}]}", TRUE },
    { "[[],{},[[]],{\"a\":{}}]", TRUE },
    { "", FALSE },
    { "{", FALSE },
    { "{\"a\"}", FALSE },
    { "{\"a\":1,}", FALSE },
    { "[1 2]", FALSE },
    { "[1,]", FALSE },
    { "{} x", FALSE },
    { "{]", FALSE },
    { "[}", FALSE },
    { "01", FALSE },
    { "1.", FALSE },
    { "-", FALSE },
    { "+1", FALSE },
    { "nul", FALSE },
    { "\"a\\u0000b\"", FALSE },
    { "\"\\ud800\"", FALSE },
    { "\"\\ud800\\u0041\"", FALSE },
    { "\"\\udc00\"", FALSE },
    { "\"\\x\"", FALSE },
    { "\"\\u12\"", FALSE },
    { "\"a\nb\"", FALSE },
    { "\"\\", FALSE },

    { "\xef\xbb\xbf{}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cvn_json_check (cases[i].text, strlen (cases[i].text), &error), ==, cases[i].right);
      if (!cases[i].right)
        g_assert_error (error, CVN_ERROR, CVN_ERROR_FORMAT);
    }
  g_assert_false (cvn_json_check ("\"a\0b\"", 5, NULL));
  g_assert_false (cvn_json_check ("\"\xc3\x28\"", 4, NULL));
}

static char *
make_deep (gsize depth)
{
  char *text = g_malloc (2 * depth + 1);

  memset (text, '[', depth);
  memset (text + depth, ']', depth);
  text[2 * depth] = '\0';
  return text;
}

/* At each place in texts of each length: what is looked at eight bytes at a time is seen wherever it stands. */
static void
test_places (void)
{
  static const struct
  {
    const char *piece;
    gsize       length;
    gboolean    right;
  } cases[] = {
    { "\x01", 1, FALSE },
    { "\x1f", 1, FALSE },
    { "\0", 1, FALSE },
    { "\"", 1, FALSE },
    { "\x80", 1, FALSE },
    { "\xff", 1, FALSE },
    { "\xc3", 1, FALSE },
    { "\xed\xa0\x80", 3, FALSE },
    { "\\x", 2, FALSE },
    { "\x7f", 1, TRUE },
    { " ", 1, TRUE },
    { "!", 1, TRUE },
    { "#", 1, TRUE },
    { "]", 1, TRUE },
    { "\\\"", 2, TRUE },
    { "\\\\", 2, TRUE },
    { "\xc3\xa9", 2, TRUE },
    { "\xf0\x9f\x98\x80", 4, TRUE },
  };

  for (guint n = 0; n < 40; n++)
    for (guint place = 0; place <= n; place++)
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *text = g_strdup_printf ("[\"%*s\",1]", (int) (n + cases[i].length), "");
          gsize            length = strlen (text);

          memset (text + 2, 'z', n + cases[i].length);
          memcpy (text + 2 + place, cases[i].piece, cases[i].length);
          if (cvn_json_check (text, length, NULL) != cases[i].right)
            g_error ("case %u at place %u of %u", (guint) i, place, n);
        }
}

static void
test_compact (void)
{
  static const struct
  {
    const char *text;
    const char *compact;
  } cases[] = {
    { "{}", "{}" },
    { "{ \"a b\" :\t[ 1 ,\n 2 ] }", "{\"a b\":[1,2]}" },
    { "[\" \\\" \", \"\\\\\" , true]", "[\" \\\" \",\"\\\\\",true]" },
    { "12", "12" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnJsonSlice     value = { cases[i].text, strlen (cases[i].text) };
      g_autofree char *compact = cvn_json_dup_compact (&value);

      g_assert_cmpstr (compact, ==, cases[i].compact);
    }
}

static void
test_depth (void)
{
  g_autofree char *right = make_deep (CVN_JSON_MAX_DEPTH + 1);
  g_autofree char *deep = make_deep (CVN_JSON_MAX_DEPTH + 2);
  g_autofree char *abyss = make_deep (1000000);

  g_assert_true (cvn_json_check (right, strlen (right), NULL));
  g_assert_false (cvn_json_check (deep, strlen (deep), NULL));
  g_assert_false (cvn_json_check (abyss, strlen (abyss), NULL));
}

/* Whatever is cut off or changed by one byte is refused or read, and never read beyond its end. */
static void
test_damaged (void)
{
  static const char whole[] = "{\"_id\":\"a\",\"x\":[1,{\"y\":\"\\ud83d\\ude00\\n\"}],\"n\":-12.5e3,\"t\":true}";

  for (gsize length = 0; length < sizeof whole - 1; length++)
    {
      g_autofree char *cut = g_strndup (whole, length);

      g_assert_false (cvn_json_check (cut, length, NULL));
      for (int byte = 0; byte < 256; byte++)
        {
          g_autofree char *changed = g_strdup (whole);
          g_autoptr (CvnDocument) document = NULL;

          changed[length] = (char) byte;
          document = cvn_document_parse (changed, NULL);
          if (document != NULL)
            g_free (cvn_document_dup_text (document));
        }
    }
}

static void
test_integers (void)
{
  static const struct
  {
    const char *text;
    gboolean    right;
    gint64      integer;
  } cases[] = {
    { "0", TRUE, 0 },
    { "-1", TRUE, -1 },
    { "9007199254740992", TRUE, CVN_JSON_MAX_INTEGER },
    { "9007199254740993", FALSE, 0 },
    { "99999999999999999999999999", FALSE, 0 },
    { "1.5", FALSE, 0 },
    { "1.0", FALSE, 0 },
    { "1e3", FALSE, 0 },
    { "\"1\"", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CvnJsonSlice slice = { cases[i].text, strlen (cases[i].text) };
      gint64       integer = 0;

      g_assert_cmpint (cvn_json_get_integer (&slice, &integer), ==, cases[i].right);
      g_assert_cmpint (integer, ==, cases[i].integer);
    }
}

static void
test_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDocument) document = cvn_document_parse ("{ \"z\" : { \"b\" : 1.10, \"a\" : [ 1e2 ] }, \"_rev\":\"1-x\", \"a\":\"caf\\u00e9\", \"_attachments\":{} }", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cvn_document_dup_text (document);
  g_assert_cmpstr (text, ==, "{\"_attachments\":{},\"a\":\"café\",\"z\":{\"b\":1.10,\"a\":[1e2]}}");
  g_assert_null (cvn_document_parse ("{\"a\":1,\"a\":2}", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FORMAT);
  g_assert_null (cvn_document_parse ("[1]", NULL));
}

/* What belongs to the protocol is found on the way, however it is written, and is no part of the content. */
static void
test_protocol (void)
{
  static const char        text[] = "{ \"b\" : 2, \"\\u005fid\":\"x\", \"_rev\":\"1-a\", \"a\":\"\\/\", \"_rev\":\"2-b\", \"_re\":1, \"_revisions\":{\"ids\":[]} }";
  static const char *const names[] = { "_id", "_rev", "_deleted", "_revisions" };
  CvnJsonSlice             object = { text, strlen (text) };
  CvnJsonSlice             values[G_N_ELEMENTS (names)] = { { NULL, 0, FALSE } };
  g_autoptr (CvnDocument) plain = cvn_document_read (&object, NULL);
  CvnJsonIter members;
  g_autoptr (CvnDocument) document = cvn_json_open_object (&members, &object) ? cvn_document_read_on (&members, names, values, G_N_ELEMENTS (names), NULL) : NULL;
  g_autofree char *without = cvn_document_dup_text (plain);
  g_autofree char *with = cvn_document_dup_text (document);
  g_autofree char *id = cvn_json_dup_string (&values[0]);
  g_autofree char *revision = cvn_json_dup_string (&values[1]);
  g_autofree char *history = cvn_json_dup_compact (&values[3]);

  g_assert_cmpstr (with, ==, "{\"a\":\"/\",\"b\":2}");
  g_assert_cmpstr (with, ==, without);
  g_assert_cmpstr (id, ==, "x");
  g_assert_cmpstr (revision, ==, "1-a");
  g_assert_null (values[2].start);
  g_assert_cmpstr (history, ==, "{\"ids\":[]}");
}

static void
test_record (void)
{
  const char *id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  const char *found;
  g_autoptr (CvnDocument) document = cvn_document_parse ("{\"name_nl\":\"Leiden\",\"code\":null,\"mood\":[1,2.50],\"convenant\":{\"kind\":\"organisation\",\"author\":\"A\"}}", NULL);
  const CvnKind *kind = cvn_document_parse_id ("organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV", &found);
  g_autoptr (CvnRecord) record = cvn_document_to_record (document, kind, id, NULL);
  g_autoptr (CvnDocument) back = cvn_document_from_record (record);
  g_autofree char *author = cvn_document_dup_mark (document, "author");
  g_autofree char *text = cvn_document_dup_text (back);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (found, ==, id);
  g_assert_cmpstr (author, ==, "A");
  g_assert_cmpstr (cvn_record_get_text (record, "name_nl"), ==, "Leiden");
  g_assert_cmpstr (cvn_record_get_extra (record), ==, "{\"mood\":[1,2.50]}");
  g_assert_cmpstr (text, ==, "{\"mood\":[1,2.50],\"name_nl\":\"Leiden\"}");
  cvn_document_set (document, "name_nl", "12");
  g_assert_null (cvn_document_to_record (document, kind, id, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_null (cvn_document_parse_id ("organisation:x", &found));
  g_assert_null (cvn_document_parse_id ("nothing:01ARZ3NDEKTSV4RRFFQ69G5FAV", &found));
  g_assert_nonnull (found);
}

/* Several members in one walk are those that one by one are found. */
static void
test_find_all (void)
{
  static const char *const texts[] = {
    "{}",
    "{\"a\":1}",
    "{\"b\":\"x\\\"}y\",\"a\":[1,{\"a\":2}],\"c\":\"\\\\\"}",
    "{\"\\u0061\":1,\"a\":2,\"d\":{}}",
    " { \"c\" : true , \"b\" : [ ] } ",
  };
  static const char *const names[] = { "a", "b", "c" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char  *start = texts[i] + strspn (texts[i], " ");
      CvnJsonSlice object = { start, strlen (start) };
      CvnJsonSlice all[G_N_ELEMENTS (names)];

      g_assert_true (cvn_json_check (texts[i], strlen (texts[i]), NULL));
      cvn_json_find_all (&object, names, all, G_N_ELEMENTS (names));
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          CvnJsonSlice one = { NULL, 0 };

          if (!cvn_json_find (&object, names[j], &one))
            one.start = NULL;
          g_assert_true (one.start == all[j].start);
          if (one.start != NULL)
            g_assert_cmpuint (one.length, ==, all[j].length);
        }
    }
}

/* Read from a piece of memory that ends where the text does. */
static void
test_revision (void)
{
#define HASH "0123456789abcdef0123456789abcdef"
  static const struct
  {
    const char *text;
    gint64      gen; /* 0: it is none */
  } cases[] = {
    { "1-" HASH, 1 },
    { "1-0123456789ABCDEF0123456789abcdeF", 1 },
    { "12-" HASH, 12 },
    { "01-" HASH, 1 },
    { "2147483646-" HASH, 2147483646 },
    { "2147483647-" HASH, 0 },
    { "99999999999999999999999-" HASH, 0 },
    { "0-" HASH, 0 },
    { "-" HASH, 0 },
    { "-1-" HASH, 0 },
    { "+1-" HASH, 0 },
    { " 1-" HASH, 0 },
    { "1_" HASH, 0 },
    { "1" HASH, 0 },
    { "1-" HASH "0", 0 },
    { "1-g123456789abcdef0123456789abcdef", 0 },
    { "1-0123456789abcdef0123456789abcde", 0 },
    { "1-0123456789abcdef0123456789abcde\xc3", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gsize      length = strlen (cases[i].text);
      g_autofree char *text = g_memdup2 (cases[i].text, length);
      g_autofree char *parsed = NULL;
      char             hash[CVN_SYNC_HASH + 1];
      gint64           gen;

      for (gsize n = 0; n < length; n++)
        {
          g_autofree char *cut = g_memdup2 (text, MAX (n, 1));

          g_assert_true (!cvn_revision_read (cut, n, &gen, hash) || g_str_has_suffix (cases[i].text, HASH "0"));
        }
      g_assert_cmpint (cvn_revision_read (text, length, &gen, hash), ==, cases[i].gen > 0);
      g_assert_cmpint (cvn_revision_parse (cases[i].text, &gen, &parsed), ==, cases[i].gen > 0);
      if (cases[i].gen == 0)
        continue;
      g_assert_cmpint (gen, ==, cases[i].gen);
      g_assert_cmpstr (hash, ==, HASH);
      g_assert_cmpstr (parsed, ==, HASH);
    }
#undef HASH
}

/* What may be a citizen service number is seen wherever it is written, and however. */
static void
test_screen (void)
{
  static const struct
  {
    const char *text;
    gboolean    hides;
  } cases[] = {
    { "{\"a\":\"123456782\"}", TRUE },
    { "{\"a\":\"\\u0031\\u0032\\u0033456782\"}", TRUE },
    { "{\"a\":{\"b\":[\"123.456.782\"]}}", TRUE },
    { "{\"a\":{\"b\":[\"1234 56 782\"]}}", TRUE },
    { "{\"a\":[\"12345678\\u0032\"]}", TRUE },
    { "{\"a\":[\"123\\u00a0456\\u00a0782\"]}", TRUE },
    { "{\"a\":\"123\\t456\\t782\"}", TRUE },
    { "{\"a\":[\"123\\t456\\t782\"]}", TRUE },
    { "{\"a\":[\"123\\n456\\n782\"]}", TRUE },
    { "{\"a\":{\"123456782\":1}}", TRUE },
    { "{\"_attachments\":{\"123456782.pdf\":{}}}", TRUE },
    { "{\"a\":\"x0123456782x\"}", FALSE },
    { "{\"a\":\"123456783\"}", FALSE },
    { "{\"a\":\"123\",\"b\":\"456782\"}", FALSE },
    { "{\"a\":123456782}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnDocument) document = cvn_document_parse (cases[i].text, NULL);
      g_autofree char *text = cvn_document_dup_text (document);

      if (cvn_document_text_hides_bsn (NULL, text) != cases[i].hides)
        g_error ("%s", cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/json/find-all", test_find_all);
  g_test_add_func ("/sync/json/check", test_check);
  g_test_add_func ("/sync/json/places", test_places);
  g_test_add_func ("/sync/json/compact", test_compact);
  g_test_add_func ("/sync/json/depth", test_depth);
  g_test_add_func ("/sync/json/damaged", test_damaged);
  g_test_add_func ("/sync/json/integers", test_integers);
  g_test_add_func ("/sync/revision/read", test_revision);
  g_test_add_func ("/sync/document/canonical", test_document);
  g_test_add_func ("/sync/document/protocol", test_protocol);
  g_test_add_func ("/sync/document/record", test_record);
  g_test_add_func ("/sync/document/screen", test_screen);
  return g_test_run ();
}
