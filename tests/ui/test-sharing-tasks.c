/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sharing-tasks"

#include "cvn-sharing-window.h"
#include "cvn-sharing.h"
#include "sharing-desks.h"
#include "sharing-support.h"
#include "watchdog.h"

#include <glib/gi18n-lib.h>

/* What is rarely done, and only after a question: the local copy is made anew, and the server is left. All with the keyboard. */

static gboolean
has_words (GtkWidget  *window,
           const char *words)
{
  return cvn_ui_find_text (window, GTK_TYPE_LABEL, words) != NULL;
}

static gboolean
is_refused (gpointer window)
{
  return has_words (window, _("Sharing needs attention")) && has_words (window, "Katwijk");
}

static gboolean
is_rebuilding (gpointer window)
{
  return has_words (window, _("Everything is asked for anew. What was not sent yet stays."));
}

static gboolean
is_up_to_date (gpointer window)
{
  return has_words (window, _("Shared, up to date")) && !has_words (window, "Katwijk");
}

static gboolean
has_left (gpointer window)
{
  return has_words (window, _("This centre is not shared any more. All records are still here."));
}

static gint64
count (CvnCentre *centre)
{
  return cvn_test_integer (cvn_store_get_path (cvn_centre_get_store (centre)), "SELECT count(*) FROM organisation");
}

static gboolean
has_both (gpointer centre)
{
  return count (centre) == 2;
}

/* More than the server takes: work that stays here. */
static void
add_unsent (CvnDesks *self)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("organisation"), "Katwijk");
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("organisation"));
  g_autofree char *note = g_strnfill (99000, 'x');
  gboolean         done = FALSE;

  cvn_peer_put (self->peer, "_config/couchdb/max_document_size", NULL, "\"60000\"");
  cvn_record_set_text (record, "name_nl", "Katwijk");
  cvn_record_set_text (record, "kind", "municipality");
  cvn_record_set_text (record, "note", note);
  cvn_change_set_add (changes, record);
  cvn_centre_apply_async (self->f.centre, changes, NULL, cvn_desks_written_cb, &done);
  cvn_desks_wait (cvn_desks_is_set, &done, "the record");
}

/* Asks for what @row offers, thinks better of it, and asks again. */
static void
choose (GtkWidget  *window,
        const char *row,
        const char *heading,
        const char *picture)
{
  static const char *const keys[] = { "Escape", "Return" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      cvn_sharing_test_go_to (window, cvn_ui_find_text (window, ADW_TYPE_ACTION_ROW, row));
      cvn_ui_key ("Return");
      cvn_sharing_test_answer (heading, i == 0 ? picture : NULL, keys[i]);
      if (i == 0)
        g_assert_false (gtk_widget_get_visible (cvn_ui_find_id (window, "answer")));
    }
}

/* The copy is made anew, and what was not sent yet is in it and goes afterwards. */
static void
rebuild (CvnDesks  *self,
         GtkWidget *window)
{
  add_unsent (self);
  cvn_desks_wait (is_refused, window, "the refusal");
  cvn_peer_put (self->peer, "_config/couchdb/max_document_size", NULL, "\"8000000\"");
  choose (window, _("Rebuild the Local Copy…"), _("Rebuild the Local Copy?"), "rebuild");
  cvn_desks_wait (is_rebuilding, window, "the answer");
  cvn_desks_wait (is_up_to_date, window, "the new copy");
  g_assert_cmpint (count (self->f.centre), ==, 2);
}

/* All stays here, and all stays there: somebody else still gets it. */
static void
leave (CvnDesks  *self,
       GtkWidget *window)
{
  g_autoptr (CvnSharing) sharing = cvn_sharing_new (self->f.centre);

  g_assert_true (cvn_sharing_is_shared (sharing));
  gtk_widget_set_visible (cvn_ui_find_id (window, "answer"), FALSE);
  choose (window, _("Leave the Server…"), _("Leave the Server?"), "leave");
  cvn_desks_wait (has_left, window, "the answer");
  cvn_sharing_test_keep_pictures (window, "left");
  g_assert_false (cvn_sharing_is_shared (sharing));
  g_assert_cmpint (count (self->f.centre), ==, 2);
  cvn_desks_join (self, cvn_peer_get_address (self->peer), NULL);
  cvn_desks_wait (has_both, self->other, "all at the other desk");
}

static void
test_rebuild_and_leave (void)
{
  CvnDesks   d = { 0 };
  GtkWidget *window;

  if (!cvn_desks_open (&d))
    return;
  cvn_desks_share (&d, cvn_peer_get_address (d.peer), NULL);
  cvn_sharing_test_drop_rules (d.peer);
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (d.f.window), d.f.centre));
  gtk_window_present (GTK_WINDOW (window));
  rebuild (&d, window);
  leave (&d, window);
  cvn_desks_close_window (window);
  cvn_desks_close (&d);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/sharing-tasks/rebuild-and-leave", test_rebuild_and_leave);
  return cvn_watchdog_run_tests ();
}
