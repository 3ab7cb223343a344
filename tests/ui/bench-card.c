/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-card"

#include "cvn-card-editor.h"
#include "cvn-card-page.h"
#include "cvn-direction-operations.h"
#include "cvn-store.h"
#include "register-support.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* What a key in the card costs: from the key to the end of the frame that shows it, on the main thread. */

#define KEYS 200

static double
get_thread_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page) && cvn_card_editor_get_n_pages (CVN_CARD_EDITOR (cvn_card_page_get_editor (page))) > 0;
}

static gboolean
is_shown (gpointer page)
{
  return cvn_card_editor_find_section (CVN_CARD_EDITOR (cvn_card_page_get_editor (page)), "look_back") != NULL && is_ready (page);
}

static void
painted_cb (guint *n_frames)
{
  (*n_frames)++;
}

static gboolean
has_frame (gpointer n_frames)
{
  return *(guint *) n_frames > 0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
measure (CvnCardPage *page)
{
  CvnCardEditor  *editor = CVN_CARD_EDITOR (cvn_card_page_get_editor (page));
  CvnCardSection *section = cvn_card_editor_find_section (editor, "look_back");
  guint           painted = cvn_card_editor_get_n_painted (editor);
  GdkFrameClock  *clock = gtk_widget_get_frame_clock (GTK_WIDGET (editor));
  guint           n_frames = 0;
  double          times[KEYS];

  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n_frames);
  for (guint i = 0; i < KEYS; i++)
    {
      double began;

      cvn_ui_settle (GTK_WIDGET (editor));
      n_frames = 0;
      began = get_thread_ms ();
      cvn_card_section_type (section, i % 6 == 5 ? " " : "a");
      g_assert_true (cvn_ui_wait (has_frame, &n_frames, 5000));
      times[i] = get_thread_ms () - began;
    }
  g_signal_handlers_disconnect_by_data (clock, &n_frames);
  qsort (times, KEYS, sizeof (double), compare);
  printf ("a key to the end of its frame: p50 %.1f p95 %.1f worst %.1f ms of the main thread's processor time (goal 16); %u keys, preview painted %u times\n",
          times[KEYS / 2], times[KEYS * 95 / 100], times[KEYS - 1], (guint) KEYS, cvn_card_editor_get_n_painted (editor) - painted);
}

int
main (int   argc,
      char *argv[])
{
  CvnRegisterFixture f = { NULL };
  CvnCardPage       *page;
  g_autoptr (CvnOperation) operation = NULL;

  cvn_ui_init (&argc, &argv);
  cvn_register_fixture_open (&f);
  operation = cvn_new_card_new (NULL, "2019-H2", "2020-12-31");
  cvn_operation_run (operation, cvn_centre_get_store (f.centre), NULL);
  page = g_object_new (CVN_TYPE_CARD_PAGE, "centre", f.centre, "area", CVN_AREA_CARD, NULL);
  cvn_register_fixture_show (&f, GTK_WIDGET (page), 1100, 740);
  cvn_page_activate (CVN_PAGE (page));
  g_assert_true (cvn_ui_wait (is_shown, page, 60000));
  measure (page);
  cvn_register_fixture_close (&f);
  return 0;
}
