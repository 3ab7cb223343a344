/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-sharing"

#include "cvn-centre-access.h"
#include "cvn-conflict-window.h"
#include "cvn-sharing-window.h"
#include "cvn-sharing.h"
#include "sharing-desks.h"
#include "sharing-support.h"
#include "watchdog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two desks and a real server, through the windows: share, join, edit, choose; who may only read; without a keyring. */

static gpointer
read_organisation (CvnReader    *reader,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  return cvn_reader_get (reader, cvn_kind_find ("organisation"), data, error);
}

static char *
dup_name (CvnCentre  *centre,
          const char *id)
{
  g_autoptr (CvnRecord) record = cvn_store_read (cvn_centre_get_store (centre), read_organisation, (gpointer) (guintptr) id, NULL);

  return record != NULL ? g_strdup (cvn_record_get_text (record, "name_nl")) : NULL;
}

/* With nobody exchanging: what two people do far from a network. */
static void
edit_offline (const char *path,
              const char *id,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = cvn_store_open (path, 0, "Tester", &error);
  g_autoptr (CvnRecord) before = NULL;
  g_autoptr (CvnRecord) after = NULL;
  g_autoptr (CvnChangeSet) changes = NULL;

  g_assert_no_error (error);
  before = cvn_store_read (store, read_organisation, (gpointer) (guintptr) id, &error);
  g_assert_no_error (error);
  after = cvn_record_copy (before);
  cvn_record_set_text (after, "name_nl", name);
  changes = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("organisation"), name);
  cvn_change_set_edit (changes, before, after);
  cvn_store_apply (store, changes, &error);
  g_assert_no_error (error);
  cvn_store_close (store);
}

typedef struct
{
  CvnCentre  *centre;
  const char *id;
  const char *name;
} Wish;

static gboolean
has_name (gpointer data)
{
  Wish            *wish = data;
  g_autofree char *name = dup_name (wish->centre, wish->id);

  return g_strcmp0 (name, wish->name) == 0;
}

static gboolean
has_not_name (gpointer wish)
{
  return !has_name (wish);
}

static gboolean
has_conflict (gpointer centre)
{
  g_autoptr (CvnSharing) sharing = cvn_sharing_new (centre);

  return cvn_sharing_get_n_matters (sharing) == 1;
}

static gboolean
shows_choice (gpointer window)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (cvn_ui_find_id (window, "stack"))), "choice") == 0;
}

static gboolean
shows_none (gpointer window)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (cvn_ui_find_id (window, "stack"))), "none") == 0;
}

static gboolean
has_typed (gpointer row)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), "Leiden Both");
}

/* All with the keyboard. */
static void
settle (CvnDesks *self)
{
  GtkWidget       *window = GTK_WIDGET (cvn_conflict_window_new (GTK_WINDOW (self->f.window), self->other, NULL));
  GtkWidget       *row;
  g_autofree char *all_of_anna = g_strdup_printf (_("All of %s"), "Anna");

  gtk_window_present (GTK_WINDOW (window));
  cvn_desks_wait (shows_choice, window, "the choice");
  cvn_sharing_test_keep_pictures (window, "conflict");
  /* The choosing begins at once. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), cvn_ui_find_id (window, "all")));
  /* What it was, what they made of it and what we made of it; and a row for something else. */
  g_assert_nonnull (cvn_ui_find_text (window, GTK_TYPE_LABEL, "Leiden"));
  g_assert_nonnull (cvn_ui_find_text (window, GTK_TYPE_LABEL, "Leiden North"));
  g_assert_nonnull (cvn_ui_find_text (window, GTK_TYPE_LABEL, "Leiden South"));
  g_assert_nonnull (cvn_ui_find_text (window, GTK_TYPE_LABEL, _("All of Mine")));
  g_assert_nonnull (cvn_ui_find_text (window, GTK_TYPE_LABEL, all_of_anna));
  row = cvn_ui_find_text (window, ADW_TYPE_ENTRY_ROW, _("What Will Hold"));
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), !=, "");
  cvn_sharing_test_press (window, all_of_anna, "space");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Leiden North");
  cvn_sharing_test_press (window, _("All of Mine"), "Return");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Leiden South");
  cvn_sharing_test_press (window, "Leiden North", "space");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Leiden North");
  cvn_sharing_test_go_to (window, row);
  cvn_ui_key ("ctrl+a");
  cvn_ui_type ("Leiden Both");
  cvn_desks_wait (has_typed, row, "what is typed");
  cvn_ui_key ("ctrl+Return");
  cvn_desks_wait (shows_none, window, "the end of the choices");
  cvn_sharing_test_keep_pictures (window, "no-conflict");
  cvn_desks_wait (has_name, &(Wish){ self->other, self->id, "Leiden Both" }, "the choice in the file");
  cvn_desks_wait (has_name, &(Wish){ self->f.centre, self->id, "Leiden Both" }, "the choice at the other desk");
  cvn_sharing_test_press (window, _("_Undo the Choice"), "Return");
  cvn_desks_wait (has_not_name, &(Wish){ self->other, self->id, "Leiden Both" }, "the step back");
  cvn_desks_close_window (window);
}

static gboolean
shows_series (gpointer window)
{
  return cvn_ui_find_text (window, GTK_TYPE_LABEL, _("_Ask For It")) != NULL;
}

/* How it goes, as the second desk sees it: a conflict, and a series of the other desk. */
static void
look_at_status (CvnDesks *self)
{
  GtkWidget *window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (self->f.window), self->other));

  gtk_window_present (GTK_WINDOW (window));
  cvn_desks_wait (shows_series, window, "the number series");
  cvn_sharing_test_keep_pictures (window, "status");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (cvn_ui_find_text (window, GTK_TYPE_LABEL, _("_Ask For It")), GTK_TYPE_BUTTON));
  cvn_ui_settle (window);
  cvn_sharing_test_keep_pictures (window, "series");
  cvn_desks_close_window (window);
}

/* Anna shares, another joins, and both edit the same field without a network. */
static void
disagree (CvnDesks *self)
{
  g_autofree char *first = g_build_filename (self->f.folder, "sample.convenant", NULL);

  cvn_desks_share (self, cvn_peer_get_address (self->peer), NULL);
  cvn_sharing_test_drop_rules (self->peer);
  cvn_desks_join (self, cvn_peer_get_address (self->peer), NULL);
  g_assert_true (has_name (&(Wish){ self->other, self->id, "Leiden" }));
  cvn_centre_close (self->f.centre);
  cvn_centre_close (self->other);
  edit_offline (first, self->id, "Leiden North");
  edit_offline (self->other_path, self->id, "Leiden South");
  cvn_desks_open_file (self->f.centre, first);
  cvn_desks_open_file (self->other, self->other_path);
  cvn_desks_wait (has_conflict, self->other, "the conflict");
  cvn_desks_wait (has_conflict, self->f.centre, "the conflict at the other desk");
}

/* Share, join, edit the same field in both without a network, see the conflict, write a third, and take that back. */
static void
test_two_desks (void)
{
  CvnDesks d = { 0 };

  if (!cvn_desks_open (&d))
    return;
  disagree (&d);
  look_at_status (&d);
  settle (&d);
  cvn_desks_close (&d);
}

static gboolean
has_matter (gpointer centre)
{
  return cvn_centre_get_n_open (centre, cvn_kind_find ("organisation")->area) > 0;
}

static gboolean
has_no_matter (gpointer centre)
{
  return !has_matter (centre);
}

/* One person at two computers: which version is which is told by a number. What is kept is what both show already: it is no matter any
 * more at either of them, though no record changed. */
static void
test_one_person (void)
{
  CvnDesks   d = { .joins_as = "Anna" };
  GtkWidget *window;

  if (!cvn_desks_open (&d))
    return;
  disagree (&d);
  cvn_centre_count_matters (d.f.centre);
  cvn_centre_count_matters (d.other);
  cvn_desks_wait (has_matter, d.f.centre, "the count of what is open");
  cvn_desks_wait (has_matter, d.other, "the count at the other desk");
  window = GTK_WIDGET (cvn_conflict_window_new (GTK_WINDOW (d.f.window), d.other, NULL));
  gtk_window_present (GTK_WINDOW (window));
  cvn_desks_wait (shows_choice, window, "the choice");
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *words = g_strdup_printf (_("All of Mine (%u)"), i);

      g_assert_nonnull (cvn_ui_find_text (window, GTK_TYPE_LABEL, words));
    }
  cvn_sharing_test_keep_pictures (window, "one-person");
  gtk_widget_activate_action (window, "conflict.keep", NULL);
  cvn_desks_wait (shows_none, window, "the end of the choices");
  cvn_desks_wait (has_no_matter, d.other, "the count after the choice");
  cvn_desks_wait (has_no_matter, d.f.centre, "the count after the choice at the other desk");
  cvn_desks_close_window (window);
  cvn_desks_close (&d);
}

static void
refused_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_centre_finish (CVN_CENTRE (source), result, &error), ==, -1);
  g_assert_nonnull (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_reader (gpointer centre)
{
  return cvn_centre_is_reader (centre);
}

static gboolean
wants_secret (gpointer window)
{
  return gtk_widget_get_visible (cvn_ui_find_id (window, "secret_group"));
}

static gboolean
wants_none (gpointer window)
{
  return !wants_secret (window) && gtk_widget_get_visible (cvn_ui_find_id (window, "reader"));
}

/* Who has the role of the board on the server cannot change anything, also when the program starts anew; it asks for the password. */
static void
test_board (void)
{
  CvnDesks   d = { 0 };
  GtkWidget *window;
  gboolean   done = FALSE;
  gboolean   undone = FALSE;
  gboolean   can_undo;
  g_autoptr (CvnChangeSet) changes = NULL;
  g_autoptr (CvnRecord) record = NULL;

  if (!cvn_desks_open (&d))
    return;
  cvn_sharing_test_add_accounts (d.peer);
  cvn_desks_share (&d, cvn_peer_get_address (d.peer), "admin");
  cvn_desks_join (&d, cvn_peer_get_address (d.peer), "bo");
  cvn_desks_wait (is_reader, d.other, "the role");
  /* From the file alone, before anybody is asked. */
  cvn_centre_close (d.other);
  g_assert_false (cvn_centre_is_reader (d.other));
  cvn_desks_open_file (d.other, d.other_path);
  g_assert_true (cvn_centre_is_reader (d.other));
  g_assert_true (cvn_centre_is_read_only (d.other));
  g_object_get (d.other, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("organisation"), "Mine");
  record = cvn_record_new (cvn_kind_find ("organisation"));
  cvn_record_set_text (record, "name_nl", "Mine");
  cvn_record_set_text (record, "kind", "municipality");
  cvn_change_set_add (changes, record);
  cvn_centre_apply_async (d.other, changes, NULL, refused_cb, &done);
  cvn_centre_undo_async (d.other, NULL, refused_cb, &undone);
  cvn_desks_wait (cvn_desks_is_set, &done, "the refusal");
  cvn_desks_wait (cvn_desks_is_set, &undone, "the refusal of a step back");
  /* No keyring answers here. */
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (d.f.window), d.other));
  gtk_window_present (GTK_WINDOW (window));
  cvn_desks_wait (wants_secret, window, "the question for the password");
  cvn_sharing_test_keep_pictures (window, "password");
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (cvn_ui_find_id (window, "secret_group"), "secret")), "secret");
  gtk_widget_activate_action (window, "sharing.give-secret", NULL);
  cvn_desks_wait (wants_none, window, "the exchange with the password");
  cvn_desks_close_window (window);
  cvn_desks_close (&d);
}

static void
add_large (CvnCentre *centre)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("organisation"), "Katwijk");
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("organisation"));
  g_autofree char *note = g_strnfill (99000, 'x');
  gboolean         done = FALSE;

  cvn_record_set_text (record, "name_nl", "Katwijk");
  cvn_record_set_text (record, "kind", "municipality");
  cvn_record_set_text (record, "note", note);
  cvn_change_set_add (changes, record);
  cvn_centre_apply_async (centre, changes, NULL, cvn_desks_written_cb, &done);
  cvn_desks_wait (cvn_desks_is_set, &done, "the large record");
}

static gboolean
names_refused (gpointer window)
{
  g_auto (GStrv) detail = g_strsplit (_("All but what was refused was exchanged on %s."), "%s", 2);
  const char      *said = adw_action_row_get_subtitle (ADW_ACTION_ROW (cvn_ui_find_id (window, "status")));
  g_autofree char *words = g_strdup_printf (_("The server refused this change: %s"), _("That is larger than the server allows. Make it smaller, or ask who runs the server to allow more."));

  return cvn_ui_find_text (window, GTK_TYPE_LABEL, words) != NULL && cvn_ui_find_text (window, GTK_TYPE_LABEL, "Katwijk") != NULL &&
         said != NULL && g_str_has_prefix (said, detail[0]) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (cvn_ui_find_id (window, "status"))), _("Sharing needs attention")) == 0;
}

static gboolean
names_nothing (gpointer window)
{
  return cvn_ui_find_text (window, GTK_TYPE_LABEL, "Katwijk") == NULL &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (cvn_ui_find_id (window, "status"))), _("Shared, up to date")) == 0;
}

/* A record that the server does not take is named in the window, with what to do; it goes when the server was changed. */
static void
test_refused (void)
{
  CvnDesks   d = { 0 };
  GtkWidget *window;

  if (!cvn_desks_open (&d))
    return;
  cvn_desks_share (&d, cvn_peer_get_address (d.peer), NULL);
  cvn_sharing_test_drop_rules (d.peer);
  cvn_peer_put (d.peer, "_config/couchdb/max_document_size", NULL, "\"60000\"");
  window = GTK_WIDGET (cvn_sharing_window_new (GTK_WINDOW (d.f.window), d.f.centre));
  gtk_window_present (GTK_WINDOW (window));
  add_large (d.f.centre);
  cvn_desks_wait (names_refused, window, "the name of what was refused");
  cvn_sharing_test_keep_pictures (window, "refused");
  cvn_peer_put (d.peer, "_config/couchdb/max_document_size", NULL, "\"8000000\"");
  gtk_widget_activate_action (window, "sharing.do", "i", CVN_SHARING_SEND_AGAIN);
  cvn_desks_wait (names_nothing, window, "the end of the refusal");
  cvn_desks_close_window (window);
  cvn_desks_close (&d);
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/sharing/two-desks", test_two_desks);
  g_test_add_func ("/ui/sharing/one-person-at-two-computers", test_one_person);
  g_test_add_func ("/ui/sharing/board-reads-along", test_board);
  g_test_add_func ("/ui/sharing/refused", test_refused);
  return cvn_watchdog_run_tests ();
}
