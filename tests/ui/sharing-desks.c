/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "sharing-desks"

#include "sharing-desks.h"

#include "cvn-share-assistant.h"
#include "sharing-support.h"

/* Two centres that are shared through a real server, by the windows that people do it with. */

#define PATIENCE 60000

void
cvn_desks_wait (CvnUiCondition condition,
                gpointer       data,
                const char    *what)
{
  if (!cvn_ui_wait (condition, data, PATIENCE))
    g_error ("timed out: %s", what);
}

void
cvn_desks_written_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  g_autoptr (GError) error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

gboolean
cvn_desks_is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* A centre with one partner; its id is returned, transfer full. */
static char *
fill_centre (CvnCentre *centre)
{
  const CvnKind *organisations = cvn_kind_find ("organisation");
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_SET_UP, cvn_kind_find ("centre"), "Test");
  g_autoptr (CvnRecord) own = cvn_record_new (organisations);
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find ("centre"));
  g_autoptr (CvnRecord) series = cvn_record_new (cvn_kind_find ("invoice_series"));
  gboolean done = FALSE;

  cvn_record_set_text (own, "name_nl", "Leiden");
  cvn_record_set_text (own, "kind", "centre");
  cvn_change_set_add (changes, own);
  cvn_record_set_text (record, "name_nl", "Samen");
  cvn_record_set_text (record, "organisation", cvn_record_get_id (own));
  cvn_record_set_text (record, "time_zone", "Europe/Amsterdam");
  cvn_record_set_integer (record, "fiscal_month", 1);
  cvn_change_set_add (changes, record);
  cvn_record_set_text (series, "name", "Contributions");
  cvn_record_set_text (series, "prefix", "F");
  cvn_record_set_integer (series, "width", 4);
  cvn_change_set_add (changes, series);
  cvn_centre_apply_async (centre, changes, NULL, cvn_desks_written_cb, &done);
  cvn_desks_wait (cvn_desks_is_set, &done, "the first records");
  return g_strdup (cvn_record_get_id (own));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  cvn_centre_open_finish (CVN_CENTRE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

void
cvn_desks_open_file (CvnCentre  *centre,
                     const char *path)
{
  gboolean done = FALSE;

  cvn_centre_open_async (centre, path, FALSE, NULL, opened_cb, &done);
  cvn_desks_wait (cvn_desks_is_set, &done, "opening");
}

static gboolean
is_done (gpointer window)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (cvn_ui_find_id (window, "stack"))), "done") == 0;
}

static gboolean
is_gone (gpointer window)
{
  return *(GtkWidget **) window == NULL;
}

void
cvn_desks_close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  cvn_desks_wait (is_gone, &window, "closing");
}

static void
fill_form (GtkWidget  *window,
           const char *server,
           const char *database,
           const char *account,
           const char *author)
{
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "server")), server);
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "database")), database);
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "author")), author);
  if (account == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "account")), account);
  gtk_editable_set_text (GTK_EDITABLE (cvn_ui_find_id (window, "secret")), "secret");
}

gboolean
cvn_desks_open (CvnDesks *self)
{
  self->peer = cvn_peer_start ();
  if (cvn_peer_skip (self->peer))
    return FALSE;
  cvn_register_fixture_open_empty (&self->f);
  cvn_register_fixture_show (&self->f, gtk_label_new ("Parent"), 900, 700);
  self->id = fill_centre (self->f.centre);
  self->other = cvn_centre_new ();
  self->other_path = g_build_filename (self->f.folder, "joined.convenant", NULL);
  return TRUE;
}

void
cvn_desks_close (CvnDesks *self)
{
  cvn_centre_close (self->other);
  cvn_ui_drain ();
  g_assert_finalize_object (self->other);
  cvn_register_fixture_close (&self->f);
  cvn_peer_stop (self->peer);
  g_free (self->other_path);
  g_free (self->id);
}

static void
finish (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (window, "assistant.go", NULL);
  cvn_desks_wait (is_done, window, "the assistant's last page");
}

void
cvn_desks_share (CvnDesks   *self,
                 const char *server,
                 const char *account)
{
  GtkWidget *window = GTK_WIDGET (cvn_share_assistant_new_to_share (GTK_WINDOW (self->f.window), self->f.centre));

  fill_form (window, server, "centre", account, "Anna");
  gtk_window_present (GTK_WINDOW (window));
  cvn_sharing_test_keep_pictures (window, "share");
  finish (window);
  cvn_sharing_test_keep_pictures (window, "shared");
  cvn_desks_close_window (window);
}

void
cvn_desks_join (CvnDesks   *self,
                const char *server,
                const char *account)
{
  GtkWidget *window = GTK_WIDGET (cvn_share_assistant_new_to_join (GTK_WINDOW (self->f.window), self->other, self->other_path));

  fill_form (window, server, "centre", account, self->joins_as != NULL ? self->joins_as : "Bas");
  gtk_window_present (GTK_WINDOW (window));
  cvn_sharing_test_keep_pictures (window, "join");
  finish (window);
  cvn_desks_close_window (window);
}
