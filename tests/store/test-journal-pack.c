/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-journal-pack"

#include "cvn-journal-pack.h"

#include "cvn-ulid.h"

#define HASH G_GUINT64_CONSTANT (0x0123456789abcdef)

/* Of an id that begins as the one above only the end is written, and it is read back in full. */
static void
test_form (void)
{
  static const char *const ids[] = { "01ABCD", "01ABCE", "01ABDF", "77ABDF", "77ABDF" };
  static const char *const full[] = { "01ABCD 0123456789abcdef", "01ABCE 0123456789abcdef", "01ABDF 0123456789abcdef",
                                      "77ABDF 0123456789abcdef", "77ABDF 0123456789abcdef", "", NULL };
  g_autoptr (CvnJournalPack) pack = cvn_journal_pack_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (cvn_journal_pack_add (pack, ids[i], HASH));
  g_assert_cmpstr (cvn_journal_pack_get_text (pack), ==,
                   "01ABCD 0123456789abcdef\nE 0123456789abcdef\nDF 0123456789abcdef\n77ABDF 0123456789abcdef\n 0123456789abcdef\n");
  g_assert_cmpuint (cvn_journal_pack_get_n (pack), ==, G_N_ELEMENTS (ids));
  lines = cvn_journal_pack_split (cvn_journal_pack_get_text (pack));
  g_assert_cmpstrv (lines, full);
}

/* Files of before have every id in full. */
static void
test_full_ids (void)
{
  const char *text = "01ABCD 0000000000000001\n01ABCE 0000000000000002\n";
  g_auto (GStrv) lines = cvn_journal_pack_split (text);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[1], ==, "01ABCE 0000000000000002");
}

static void
test_refuses_another_length (void)
{
  g_autoptr (CvnJournalPack) pack = cvn_journal_pack_new ();

  g_assert_true (cvn_journal_pack_add (pack, "abc", HASH));
  g_assert_false (cvn_journal_pack_add (pack, "ab", HASH));
  g_assert_false (cvn_journal_pack_add (pack, "abcd", HASH));
  cvn_journal_pack_begin (pack);
  g_assert_true (cvn_journal_pack_add (pack, "ab", HASH));
  g_assert_cmpstr (cvn_journal_pack_get_text (pack), ==, "ab 0123456789abcdef\n");
}

static void
test_is_full_after_a_thousand (void)
{
  g_autoptr (CvnJournalPack) pack = cvn_journal_pack_new ();

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = cvn_ulid_new ();

      g_assert_true (cvn_journal_pack_add (pack, id, HASH));
    }
  g_assert_false (cvn_journal_pack_add (pack, "01ABCDEFGHJKMNPQRSTVWXYZ01", HASH));
}

static void
test_has (void)
{
  const char *text = "01ABCD 0000000000000001\nE 0000000000000002\n";

  g_assert_true (cvn_journal_pack_has (text, 0, "01ABCD"));
  g_assert_true (cvn_journal_pack_has (text, 1, "01ABCE"));
  g_assert_false (cvn_journal_pack_has (text, 1, "01ABCD"));
  g_assert_false (cvn_journal_pack_has (text, 1, "01ABC"));
  g_assert_false (cvn_journal_pack_has (text, 2, ""));
  g_assert_false (cvn_journal_pack_has (text, 3, "01ABCD"));
  g_assert_false (cvn_journal_pack_has (text, -1, "01ABCD"));
}

/* Ids of few letters, so that they often begin alike: whatever goes in comes out. */
static void
test_random (void)
{
  for (guint round = 0; round < 10000; round++)
    {
      g_autoptr (CvnJournalPack) pack = cvn_journal_pack_new ();
      g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
      guint length = (guint) g_test_rand_int_range (1, 8);
      guint n = (guint) g_test_rand_int_range (0, 6);
      g_auto (GStrv) lines = NULL;

      for (guint i = 0; i < n; i++)
        {
          char    id[9] = { 0 };
          guint64 hash = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

          for (guint j = 0; j < length; j++)
            id[j] = "AB"[g_test_rand_bit ()];
          g_assert_true (cvn_journal_pack_add (pack, id, hash));
          g_ptr_array_add (expected, g_strdup_printf ("%s %016" G_GINT64_MODIFIER "x", id, hash));
        }
      lines = cvn_journal_pack_split (cvn_journal_pack_get_text (pack));
      for (guint i = 0; i < n; i++)
        g_assert_cmpstr (lines[i], ==, expected->pdata[i]);
      g_assert_cmpuint (cvn_journal_pack_get_n (pack), ==, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/journal-pack/form", test_form);
  g_test_add_func ("/store/journal-pack/full-ids", test_full_ids);
  g_test_add_func ("/store/journal-pack/refuses-another-length", test_refuses_another_length);
  g_test_add_func ("/store/journal-pack/is-full-after-a-thousand", test_is_full_after_a_thousand);
  g_test_add_func ("/store/journal-pack/has", test_has);
  g_test_add_func ("/store/journal-pack/random", test_random);

  return g_test_run ();
}
