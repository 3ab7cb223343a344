/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-delete"

#include "cvn-register-delete.h"

#include "cvn-error.h"
#include "cvn-query.h"
#include "cvn-reference-search.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

/* A record on its way out, and the widget from which that was asked. */
typedef struct
{
  GtkWidget          *from;
  CvnRecord          *record;
  const CvnKind      *kind;
  char               *id;
  char               *title;
  CvnReferenceSearch *users;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_clear_object (&deletion->from);
  g_clear_object (&deletion->record);
  g_clear_object (&deletion->users);
  g_free (deletion->id);
  g_free (deletion->title);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
open_users (GtkWidget     *from,
            CvnRecordLink *link,
            const char    *id,
            const char    *title)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_record_link_get_kind (link));

  cvn_query_add_text (query, cvn_record_link_get_note (link), CVN_MATCH_EQUAL, id);
  cvn_window_open_list (from, query, title);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Deletion *deletion = data;
  g_autoptr (CvnRecordLink) link = g_list_model_get_item (G_LIST_MODEL (deletion->users), 0);

  if (g_str_equal (response, "show") && link != NULL)
    open_users (deletion->from, link, deletion->id, deletion->title);
}

static void
free_deletion (gpointer  data,
               GClosure *closure)
{
  deletion_free (data);
}

/* The first few by name are enough to see what is the matter. */
static char *
name_users (GListModel *users)
{
  GString *names = g_string_new (NULL);
  guint    n = g_list_model_get_n_items (users);

  for (guint i = 0; i < MIN (n, 4); i++)
    {
      g_autoptr (CvnRecordLink) link = g_list_model_get_item (users, i);

      if (i > 0)
        g_string_append_c (names, '\n');
      /* Translators: a kind of record and the name of one, such as: Event: Welcome day */
      g_string_append_printf (names, _("%1$s: %2$s"), _(cvn_record_link_get_kind (link)->label), cvn_record_link_get_title (link));
    }
  if (n > 4)
    {
      g_string_append_c (names, '\n');
      g_string_append_printf (names, ngettext ("and %u more", "and %u more", n - 4), n - 4);
    }
  return g_string_free (names, FALSE);
}

static void
users_found_cb (Deletion *deletion)
{
  GtkRoot         *root = gtk_widget_get_root (deletion->from);
  g_autofree char *heading = g_strdup_printf (_("“%s” Is in Use"), deletion->title);
  g_autofree char *names = NULL;
  g_autofree char *body = NULL;
  GtkWidget       *dialog;

  if (cvn_reference_search_is_searching (deletion->users) || root == NULL)
    return;
  g_signal_handlers_disconnect_by_func (deletion->users, users_found_cb, deletion);
  names = name_users (G_LIST_MODEL (deletion->users));
  body = g_strdup_printf (_("Other records refer to it. Change or delete them first.\n\n%s"), names);
  dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "show", _("_Show Them"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "show");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), deletion, free_deletion, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** cvn_register_say_in_use: says which records refer to the record @id, called @title, and offers to show them. */
void
cvn_register_say_in_use (GtkWidget     *from,
                         CvnCentre     *centre,
                         const CvnKind *kind,
                         const char    *id,
                         const char    *title)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->from = g_object_ref (from);
  deletion->kind = kind;
  deletion->id = g_strdup (id);
  deletion->title = g_strdup (title);
  deletion->users = cvn_reference_search_new (centre);
  g_signal_connect_swapped (deletion->users, "notify::searching", G_CALLBACK (users_found_cb), deletion);
  cvn_reference_search_find_users (deletion->users, kind, id);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Deletion) deletion = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (cvn_centre_finish (CVN_CENTRE (source), result, &error) >= 0)
    {
      text = g_strdup_printf (_("“%s” deleted"), deletion->title);
      cvn_window_show_toast (deletion->from, text, TRUE);
    }
  else if (g_error_matches (error, CVN_ERROR, CVN_ERROR_IN_USE))
    {
      cvn_register_say_in_use (deletion->from, CVN_CENTRE (source), deletion->kind, deletion->id, deletion->title);
    }
  else
    {
      cvn_window_show_toast (deletion->from, error->message, FALSE);
    }
}

/**
 * cvn_register_delete:
 * @from: a widget of the window that says how it went
 * @title: what the record is called
 *
 * Deletes @record. A toast offers to undo it; a record that others refer to stays, and a dialog names them.
 */
void
cvn_register_delete (GtkWidget  *from,
                     CvnCentre  *centre,
                     CvnRecord  *record,
                     const char *title)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_DELETE, cvn_record_get_kind (record), title);
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->from = g_object_ref (from);
  deletion->record = g_object_ref (record);
  deletion->kind = cvn_record_get_kind (record);
  deletion->id = g_strdup (cvn_record_get_id (record));
  deletion->title = g_strdup (title);
  cvn_change_set_delete (changes, record);
  cvn_centre_apply_async (centre, changes, NULL, deleted_cb, deletion);
}
