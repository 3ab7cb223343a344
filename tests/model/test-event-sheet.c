/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-event-sheet"

#include "cvn-event-sheet.h"
#include "cvn-record.h"
#include "cvn-store.h"
#include "store-support.h"

/* What an event costs and who bears it, as the records in the file have it. */

typedef struct
{
  CvnTestFolder  folder;
  CvnCentre     *centre;
  CvnEventSheet *sheet;
  char          *event;
  char          *partners[2];
} Fixture;

static CvnStore *
get_store (Fixture *f)
{
  return cvn_centre_get_store (f->centre);
}

static char *
put (Fixture   *f,
     CvnRecord *record)
{
  cvn_test_put (get_store (f), record);
  return g_strdup (cvn_record_get_id (record));
}

static char *
put_partner (Fixture    *f,
             const char *organisation,
             const char *role,
             gint64      share,
             gint64      pledged)
{
  g_autoptr (CvnRecord) partner = cvn_record_new (cvn_kind_find ("event_partner"));

  cvn_record_set_text (partner, "event", f->event);
  cvn_record_set_text (partner, "organisation", organisation);
  cvn_record_set_text (partner, "role", role);
  if (share > 0)
    cvn_record_set_integer (partner, "share", share);
  if (pledged > 0)
    cvn_record_set_integer (partner, "pledged", pledged);
  return put (f, partner);
}

/* An event that the centre organises with two others, with one part each. */
static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (CvnRecord) event = cvn_record_new (cvn_kind_find ("event"));

  cvn_test_folder_make (&f->folder);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", NULL));
  cvn_record_set_text (event, "title_nl", "Jobmarkt");
  cvn_record_set_text (event, "starts", "2021-05-18T18:00");
  cvn_record_set_text (event, "mode", "joint");
  cvn_record_set_text (event, "status", "planned");
  cvn_record_set_integer (event, "own_share", 1);
  f->event = put (f, event);
  for (guint i = 0; i < G_N_ELEMENTS (f->partners); i++)
    {
      g_autoptr (CvnRecord) organisation = cvn_test_make_organisation (i == 0 ? "dv-01" : "dv-02", i == 0 ? "Bibliotheek" : "Universiteit");
      g_autofree char *id = put (f, organisation);

      f->partners[i] = put_partner (f, id, "co_organiser", 1, 0);
      if (data != NULL && i == 0)
        g_free (put_partner (f, id, "sponsor", 0, 25000));
    }
  f->sheet = cvn_event_sheet_new (f->centre);
  cvn_event_sheet_set_event (f->sheet, f->event);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  settle ();
  cvn_centre_close (f->centre);
  settle ();
  g_assert_finalize_object (f->sheet);
  g_assert_finalize_object (f->centre);
  cvn_test_folder_remove (&f->folder);
  g_free (f->event);
  for (guint i = 0; i < G_N_ELEMENTS (f->partners); i++)
    g_free (f->partners[i]);
}

static void
set_integer (Fixture    *f,
             const char *kind,
             const char *id,
             const char *field,
             gint64      value)
{
  g_autoptr (CvnRecord) before = cvn_test_get (get_store (f), kind, id);
  g_autoptr (CvnRecord) after = cvn_record_copy (before);
  g_autoptr (CvnChangeSet) change = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find (kind), NULL);

  cvn_record_set_integer (after, field, value);
  if (cvn_record_equal (before, after))
    return;
  cvn_change_set_edit (change, before, after);
  g_assert_cmpint (cvn_store_apply (get_store (f), change, NULL), >, 0);
}

/* Waits until the sheet knows of these parts, and of the cost, which is written last. */
static GArray *
split (Fixture      *f,
       gint64        cost,
       const gint64 *parts)
{
  gint64 known = -1;

  set_integer (f, "event", f->event, "own_share", parts[0]);
  for (guint i = 0; i < G_N_ELEMENTS (f->partners); i++)
    set_integer (f, "event_partner", f->partners[i], "share", parts[i + 1]);
  set_integer (f, "event", f->event, "cost", cost);
  while (!cvn_event_sheet_is_loaded (f->sheet) || !cvn_event_sheet_get_total (f->sheet, "cost", &known) || known != cost)
    g_main_context_iteration (NULL, TRUE);
  return cvn_event_sheet_split_cost (f->sheet, NULL);
}

/* Feature 38: three ways, to the cent, the largest remainders first. */
static void
test_three (Fixture      *f,
            gconstpointer data)
{
  static const struct
  {
    gint64 cost;
    gint64 parts[3];
    gint64 cents[3];
  } cases[] = {
    { 100000, { 1, 1, 1 }, { 33334, 33333, 33333 } },
    { 100001, { 1, 1, 1 }, { 33334, 33334, 33333 } },
    { 100002, { 1, 1, 1 }, { 33334, 33334, 33334 } },
    { 1, { 1, 1, 1 }, { 1, 0, 0 } },
    { 99999, { 2, 1, 1 }, { 49999, 25000, 25000 } },
    { 12345, { 50, 30, 20 }, { 6173, 3703, 2469 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) shares = split (f, cases[i].cost, cases[i].parts);

      g_test_message ("case %u", i);
      g_assert_cmpuint (shares->len, ==, 3);
      for (guint k = 0; k < 3; k++)
        g_assert_cmpint (g_array_index (shares, CvnEventShare, k).cents, ==, cases[i].cents[k]);
      g_assert_cmpstr (g_array_index (shares, CvnEventShare, 1).name, ==, "Bibliotheek");
    }
}

/* Whatever the cost and the parts: nothing is lost or made, and nobody is a cent away from the exact part. */
static void
test_random (Fixture      *f,
             gconstpointer data)
{
  for (guint i = 0; i < 60; i++)
    {
      gint64 cost = g_test_rand_int_range (1, 100000000);
      gint64 parts[3] = { g_test_rand_int_range (1, 1000), g_test_rand_int_range (1, 1000), g_test_rand_int_range (1, 1000) };
      gint64 all = parts[0] + parts[1] + parts[2];
      gint64 sum = 0;
      g_autoptr (GArray) shares = split (f, cost, parts);

      g_assert_cmpuint (shares->len, ==, 3);
      for (guint k = 0; k < 3; k++)
        {
          gint64 cents = g_array_index (shares, CvnEventShare, k).cents;

          sum += cents;
          g_assert_cmpint (ABS (cents * all - cost * parts[k]), <, all);
        }
      g_assert_cmpint (sum, ==, cost);
    }
}

/* What a sponsor pledged is not shared; where that is all of it, nothing is left to share. */
static void
test_sponsored (Fixture      *f,
                gconstpointer data)
{
  static const gint64 equal[] = { 1, 1, 1 };
  g_autoptr (GArray) shares = split (f, 125000, equal);
  g_autoptr (GArray) none = NULL;
  gint64 sum = 0;

  for (guint k = 0; k < shares->len; k++)
    sum += g_array_index (shares, CvnEventShare, k).cents;
  g_assert_cmpint (sum, ==, 100000);
  none = split (f, 25000, equal);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/event-sheet/three-ways", Fixture, NULL, set_up, test_three, tear_down);
  g_test_add ("/model/event-sheet/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/model/event-sheet/sponsored", Fixture, "sponsor", set_up, test_sponsored, tear_down);
  return g_test_run ();
}
