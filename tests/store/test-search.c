/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-search"

#include "sample.h"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = sample_open (&fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_clear_object (&fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

/* Runs a question on a reader's thread; it returns something that is not NULL. */
static void
ask (Fixture    *fixture,
     CvnReadFunc func)
{
  g_autoptr (GError) error = NULL;

  cvn_store_read (fixture->store, func, fixture, &error);
  g_assert_no_error (error);
}

static GPtrArray *
search (CvnReader  *reader,
        const char *words,
        const char *kind,
        guint       limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = cvn_reader_search (reader, words, kind != NULL ? cvn_kind_find (kind) : NULL, limit, CVN_LANGUAGE_NL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, <=, limit);
  return hits;
}

static gboolean
finds (CvnReader  *reader,
       const char *words,
       const char *kind,
       const char *title)
{
  g_autoptr (GPtrArray) hits = search (reader, words, kind, 50);

  for (guint i = 0; i < hits->len; i++)
    if (g_strcmp0 (((CvnSearchHit *) g_ptr_array_index (hits, i))->title, title) == 0)
      return TRUE;
  return FALSE;
}

static gpointer
search_words (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  static const char *const words[] = { "katwijk", "KATWIJK", "katw", "Gemeente Katwijk", "katwijk gemeente", "Kátwïjk", "GM0537", "gem-katwijk" };
  g_autoptr (GPtrArray) few = search (reader, "leiden", NULL, 3);
  g_autoptr (GPtrArray) none = search (reader, "xyzzyplugh", NULL, 10);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (finds (reader, words[i], "organisation", "Gemeente Katwijk"));
  g_assert_false (finds (reader, "katwijk", "event", "Gemeente Katwijk"));
  g_assert_true (finds (reader, "tango", NULL, "Tango Workshop"));
  g_assert_cmpuint (few->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
  return reader;
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  ask (fixture, search_words);
}

static gpointer
search_typos (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  static const char *const typos[] = { "Katwjik", "katwik", "katwijck", "Gemeente Katwjik", "gemente katwijk" };

  for (guint i = 0; i < G_N_ELEMENTS (typos); i++)
    {
      g_test_message ("%s", typos[i]);
      g_assert_true (finds (reader, typos[i], "organisation", "Gemeente Katwijk"));
    }
  g_assert_true (finds (reader, "Oegstgest", NULL, "Gemeente Oegstgeest"));
  g_assert_true (finds (reader, "Voorshoten", NULL, "Gemeente Voorschoten"));
  /* Not just anything. */
  g_assert_false (finds (reader, "Katmandu", NULL, "Gemeente Katwijk"));
  g_assert_false (finds (reader, "kat", NULL, "Gemeente Leiden"));
  return reader;
}

static void
test_typos (Fixture      *fixture,
            gconstpointer data)
{
  ask (fixture, search_typos);
}

static gpointer
search_hostile (CvnReader    *reader,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  static const char *const hostile[] = { "\"' OR *( NEAR", "\"", "'", "*", "a*", "NEAR(", "title:", "- -", "^", "a AND", "OR OR", "{x}", "\\", "%s%n", "\xff\xfe",
                                         "a\xc3", "🦀", "''", "((((((((((", "x\ny\tz", "NOT" };
  static const char        alphabet[] = "ab \"'*()^:{}-+.,;NEARORANDNOT\\%_\xc3\xa9\xff\t\n0123";

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_ptr_array_unref (search (reader, hostile[i], NULL, 20));
  for (guint i = 0; i < 2000; i++)
    {
      char text[40];
      int  n = g_test_rand_int_range (0, sizeof text - 1);

      for (int j = 0; j < n; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      text[n] = '\0';
      g_ptr_array_unref (search (reader, text, NULL, 20));
    }
  return reader;
}

static void
test_hostile (Fixture      *fixture,
              gconstpointer data)
{
  ask (fixture, search_hostile);
}

static gpointer
search_newest (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GPtrArray) hits = search (reader, "tango", "event", 10);

  g_assert_cmpuint (hits->len, >=, 2);
  for (guint i = 1; i < hits->len; i++)
    {
      const CvnSearchHit *newer = g_ptr_array_index (hits, i - 1);
      const CvnSearchHit *older = g_ptr_array_index (hits, i);

      g_assert_cmpstr (newer->id, >, older->id);
      g_assert_nonnull (newer->found);
    }
  return reader;
}

static void
test_newest_first (Fixture      *fixture,
                   gconstpointer data)
{
  ask (fixture, search_newest);
}

static gpointer
search_named (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GPtrArray) hits = search (reader, "katwijk", NULL, 10);
  const CvnSearchHit *first;

  g_assert_cmpuint (hits->len, ==, 10);
  first = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (first->kind->name, ==, "organisation");
  g_assert_cmpstr (first->title, ==, "Gemeente Katwijk");
  return data;
}

/* A name leads to who bears it, before the invoices and bank lines that mention it. */
static void
test_named_first (Fixture      *fixture,
                  gconstpointer data)
{
  ask (fixture, search_named);
}

static CvnRecord *
make_event (const char *title,
            const char *starts,
            const char *location)
{
  CvnRecord *event = cvn_record_new (cvn_kind_find ("event"));

  cvn_record_set_text (event, "title_nl", title);
  cvn_record_set_text (event, "starts", starts);
  cvn_record_set_text (event, "location", location);
  cvn_record_set_text (event, "mode", "own");
  cvn_record_set_text (event, "status", "planned");
  return event;
}

static const char *
get_detail (GPtrArray  *hits,
            const char *id)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_strcmp0 (((CvnSearchHit *) hits->pdata[i])->id, id) == 0)
      return ((CvnSearchHit *) hits->pdata[i])->detail;
  g_assert_not_reached ();
}

static gpointer
search_alike (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  CvnRecord *const *events = data;
  g_autoptr (GPtrArray) hits = search (reader, "tuinfeest", NULL, 10);

  g_assert_cmpuint (hits->len, ==, 4);
  g_assert_nonnull (strstr (get_detail (hits, cvn_record_get_id (events[0])), "2031"));
  g_assert_nonnull (strstr (get_detail (hits, cvn_record_get_id (events[1])), "2032"));
  g_assert_cmpstr (get_detail (hits, cvn_record_get_id (events[0])), !=, get_detail (hits, cvn_record_get_id (events[1])));
  /* The same day, but another place. */
  g_assert_cmpstr (get_detail (hits, cvn_record_get_id (events[1])), !=, get_detail (hits, cvn_record_get_id (events[2])));
  g_assert_null (get_detail (hits, cvn_record_get_id (events[3])));
  return reader;
}

/* Records that are called the same are told apart by their date, and by more where that is the same too; others need nothing. */
static void
test_alike (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (CvnRecord) one = make_event ("Tuinfeest", "2031-06-01T17:00", "Hortus");
  g_autoptr (CvnRecord) other = make_event ("Tuinfeest", "2032-06-01T17:00", "Hortus");
  g_autoptr (CvnRecord) third = make_event ("Tuinfeest", "2032-06-01T17:00", "Stadhuis");
  g_autoptr (CvnRecord) fourth = make_event ("Tuinfeest voor kinderen", "2032-06-01T17:00", "Stadhuis");
  CvnRecord *events[] = { one, other, third, fourth };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    cvn_test_put (fixture->store, events[i]);
  g_assert_nonnull (cvn_store_read (fixture->store, search_alike, events, &error));
  g_assert_no_error (error);
}

static gpointer
search_renamed (CvnReader    *reader,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (GPtrArray) renamed = search (reader, "zilverstad", "instalment", 10);
  g_autoptr (GPtrArray) by_name = search (reader, "gemeente katwijk", "instalment", 10);

  g_assert_cmpuint (renamed->len, >, 0);
  g_assert_true (g_str_has_prefix (((CvnSearchHit *) g_ptr_array_index (renamed, 0))->title, "Gemeente Zilverstad"));
  for (guint i = 0; i < by_name->len; i++)
    g_assert_null (strstr (((CvnSearchHit *) g_ptr_array_index (by_name, i))->title, "Katwijk"));
  return data;
}

static gpointer
search_old_name (CvnReader    *reader,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (GPtrArray) renamed = search (reader, "zilverstad", NULL, 10);
  g_autoptr (GPtrArray) by_name = search (reader, "gemeente katwijk", "instalment", 10);

  g_assert_cmpuint (renamed->len, ==, 0);
  g_assert_cmpuint (by_name->len, >, 0);
  return data;
}

static gpointer
read_organisation (CvnReader    *reader,
                   gpointer      id,
                   GCancellable *cancellable,
                   GError      **error)
{
  return cvn_reader_get (reader, cvn_kind_find ("organisation"), id, error);
}

/* What is called by another record is found by its new name in the same transaction, and by the old one after undo. */
static void
test_renamed (Fixture      *fixture,
              gconstpointer data)
{
  const CvnKind   *kind = cvn_kind_find ("organisation");
  g_autofree char *id = sample_find (fixture->store, "organisation", "gem-katwijk");
  g_autoptr (CvnRecord) before = cvn_store_read (fixture->store, read_organisation, id, NULL);
  g_autoptr (CvnRecord) record = cvn_record_copy (before);
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_EDIT, kind, "Gemeente Zilverstad");
  g_autoptr (GError) error = NULL;

  ask (fixture, search_old_name);
  cvn_record_set_text (record, "name_nl", "Gemeente Zilverstad");
  cvn_change_set_edit (changes, before, record);
  cvn_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
  ask (fixture, search_renamed);
  cvn_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  ask (fixture, search_old_name);
}

#define ADD(name, func) g_test_add ("/store/search/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("words", test_words);
  ADD ("typos", test_typos);
  ADD ("hostile", test_hostile);
  ADD ("newest-first", test_newest_first);
  ADD ("named-first", test_named_first);
  ADD ("renamed", test_renamed);
  ADD ("alike", test_alike);
  return g_test_run ();
}
