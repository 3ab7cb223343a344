/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-roadmap-book"

#include "cvn-roadmap-book.h"
#include "cvn-store.h"
#include "sample.h"

/* What a risk was on the card before: of its own project, and the last edition of it. */

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
} Fixture;

/* Two projects with cards of one half-year; that of the first was corrected after it was signed off. */
static const SampleRecord made[] = {
  { "project", "p1", { "code=p1", "name_nl=Een" } },
  { "project", "p2", { "code=p2", "name_nl=Twee" } },
  { "risk", "r1", { "project=p1", "title_nl=Eerste", "status=open", "likelihood=5", "impact=5" } },
  { "risk", "r2", { "project=p2", "title_nl=Tweede", "status=open", "likelihood=5", "impact=5" } },
  { "risk", "r3", { "project=p2", "title_nl=Nieuw", "status=open", "likelihood=5", "impact=5" } },
  { "project_card", "c0", { "project=p1", "half_year=2018-H2", "edition=1", "title_nl=K" } },
  { "project_card", "c1", { "project=p1", "half_year=2019-H1", "edition=2", "title_nl=K" } },
  { "project_card", "c2", { "project=p1", "half_year=2019-H1", "edition=3", "title_nl=K" } },
  { "project_card", "c3", { "project=p2", "half_year=2018-H2", "edition=1", "title_nl=K" } },
  { "card_line", "l0", { "card=c0", "position=1", "kind=risk", "risk=r1", "text_nl=E", "likelihood=1", "impact=1" } },
  { "card_line", "l1", { "card=c1", "position=1", "kind=risk", "risk=r1", "text_nl=E", "likelihood=2", "impact=2" } },
  { "card_line", "l2", { "card=c2", "position=1", "kind=risk", "risk=r1", "text_nl=E", "likelihood=3", "impact=4" } },
  { "card_line", "l3", { "card=c3", "position=1", "kind=risk", "risk=r2", "text_nl=T", "likelihood=2", "impact=5" } },
  { NULL },
};

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  CvnStore *store;

  cvn_test_folder_make (&f->folder);
  store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", NULL);
  sample_make (store, made);
  cvn_test_sql (f->folder.path, "UPDATE project_card SET frozen = 1, signed_on = '2019-07-01', signed_by = 'Bestuur'");
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, store);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gpointer there = f->centre;

  /* What is still being read for it holds it until the answer has come. */
  g_object_add_weak_pointer (G_OBJECT (f->centre), &there);
  cvn_centre_close (f->centre);
  g_object_unref (f->centre);
  while (there != NULL)
    g_main_context_iteration (NULL, TRUE);
  cvn_test_folder_remove (&f->folder);
}

static void
test_trend (Fixture      *f,
            gconstpointer data)
{
  CvnRoadmapBook *book = cvn_roadmap_book_new (f->centre);
  gpointer        there = book;

  while (!cvn_roadmap_book_is_loaded (book))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cvn_roadmap_book_get_score_before (book, "r1"), ==, 12);
  g_assert_cmpint (cvn_roadmap_book_get_score_before (book, "r2"), ==, 10);
  g_assert_cmpint (cvn_roadmap_book_get_score_before (book, "r3"), ==, 0);
  g_object_add_weak_pointer (G_OBJECT (book), &there);
  g_object_unref (book);
  while (there != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/roadmap-book/trend-is-of-the-last-edition-of-the-project", Fixture, NULL, set_up, test_trend, tear_down);
  return g_test_run ();
}
