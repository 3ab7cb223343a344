/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-window-actions"

#include "cvn-conflict-window.h"
#include "cvn-error.h"
#include "cvn-focus.h"
#include "cvn-quick-add-dialog.h"
#include "cvn-report-chooser.h"
#include "cvn-report-window.h"
#include "cvn-reports-window.h"
#include "cvn-sharing-window.h"
#include "cvn-sharing.h"
#include "cvn-tooltip.h"
#include "cvn-window-private.h"

#include <glib/gi18n-lib.h>

static void
page_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  cvn_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static void
year_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  CvnWindow *self = data;

  cvn_centre_set_year (self->centre, g_variant_get_int32 (parameter));
}

static void
move_year (CvnWindow *self,
           int        by)
{
  cvn_centre_set_year (self->centre, CLAMP (cvn_centre_get_year (self->centre) + by, 1, 9999));
}

static void
previous_year_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  move_year (data, -1);
}

static void
next_year_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  move_year (data, 1);
}

/* A step that fails says so; the file is as it was. */
static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CvnWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (cvn_centre_finish (CVN_CENTRE (source), result, &error) >= 0)
    {
      cvn_window_drop_undo_toast (self);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* What has left the house is not undone: it is taken back by another document. */
  if (g_error_matches (error, CVN_ERROR, CVN_ERROR_FINAL) && cvn_error_get_record (error) != NULL)
    cvn_window_show_offer (GTK_WIDGET (self), error->message, _("_Credit Note…"), "win.credit-invoice", cvn_error_get_record (error));
  else
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  CvnWindow *self = data;

  cvn_centre_undo_async (self->centre, NULL, stepped_cb, g_object_ref (self));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  CvnWindow *self = data;

  cvn_centre_redo_async (self->centre, NULL, stepped_cb, g_object_ref (self));
}

static void
toggle_sidebar_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  CvnWindow *self = data;

  cvn_shell_show_sidebar (self->shell, !cvn_shell_is_sidebar_shown (self->shell));
}

/* From the sidebar past the header bar to the page, and from the page back. */
static void
switch_pane_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  CvnWindow *self = data;

  if (cvn_focus_get_inside (GTK_WIDGET (self->page)) == NULL)
    {
      if (cvn_shell_is_folded (self->shell))
        cvn_shell_show_sidebar (self->shell, FALSE);
      gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
      return;
    }
  cvn_shell_show_sidebar (self->shell, TRUE);
  cvn_sidebar_focus (self->sidebar);
}

static GtkWidget *
find_search_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_search_entry (child);
  return found;
}

/* Wherever the keyboard is: who came to a page by its number is still in the sidebar. */
static void
search_page_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  CvnWindow *self = data;
  GtkWidget *entry = find_search_entry (GTK_WIDGET (self->page));

  if (entry != NULL)
    gtk_widget_grab_focus (entry);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  CvnWindow *self = data;

  gtk_menu_button_popup (self->search);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  CvnWindow *self = data;
  gboolean   can_go_back = FALSE;

  if (self->page != NULL)
    g_object_get (self->page, "can-go-back", &can_go_back, NULL);
  if (can_go_back)
    cvn_page_go_back (self->page);
  else if (cvn_shell_is_folded (self->shell))
    cvn_shell_show_sidebar (self->shell, TRUE);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  CvnWindow *self = data;

  cvn_page_add (self->page);
}

static void
quick_chosen_cb (CvnWindow  *self,
                 CvnRecord  *record,
                 GHashTable *names)
{
  cvn_window_add_record (GTK_WIDGET (self), record, names);
}

static void
quick_add_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  CvnWindow *self = data;
  GtkWidget *dialog = cvn_quick_add_dialog_new (GTK_WINDOW (self), self->centre);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (quick_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  CvnWindow *self = data;

  cvn_page_export (self->page);
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  gtk_window_close (GTK_WINDOW (data));
}

static void
open_record_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  const char *kind;
  const char *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  cvn_window_open_record (GTK_WIDGET (data), kind, id);
}

/* What was signed off is corrected on the card page, where a new edition is offered. */
static void
open_card_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  cvn_window_open_record (GTK_WIDGET (data), "project_card", g_variant_get_string (parameter, NULL));
}

static void
credit_invoice_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  CvnWindow *self = data;

  cvn_window_show_page (self, "convenant");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "convenant.credit", "s", g_variant_get_string (parameter, NULL));
}

static void
sharing_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  CvnWindow *self = data;

  gtk_window_present (GTK_WINDOW (cvn_sharing_window_new (GTK_WINDOW (self), self->centre)));
}

static void
conflicts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  CvnWindow *self = data;

  gtk_window_present (GTK_WINDOW (cvn_conflict_window_new (GTK_WINDOW (self), self->centre, NULL)));
}

/* Where nothing is shared the window says how to begin. */
static void
sync_now_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  CvnWindow *self = data;
  g_autoptr (CvnSharing) sharing = cvn_sharing_new (self->centre);

  if (cvn_sharing_is_shared (sharing))
    cvn_sharing_now (sharing);
  else
    sharing_cb (NULL, NULL, self);
}

static void
open_figure_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  cvn_window_open_figure (GTK_WIDGET (data), g_variant_get_string (parameter, NULL));
}

/* Of the proof sheet, no record means the year in focus. */
static void
open_report_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  CvnWindow       *self = data;
  g_autofree char *year = g_strdup_printf ("%d", cvn_centre_get_year (self->centre));
  const char      *text;
  const char      *record;
  CvnReportName    name;

  g_variant_get (parameter, "(&s&s)", &text, &record);
  if (cvn_report_name_from_text (text, &name))
    gtk_window_present (GTK_WINDOW (cvn_report_window_new (GTK_WINDOW (self), self->centre, name, *record != '\0' ? record : year)));
}

/* Of reports that are about one record: which one is asked first. */
static void
choose_report_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  CvnWindow    *self = data;
  CvnReportName name;

  if (cvn_report_name_from_text (g_variant_get_string (parameter, NULL), &name))
    gtk_window_present (GTK_WINDOW (cvn_report_chooser_new (GTK_WINDOW (self), self->centre, name)));
}

static void
reports_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  CvnWindow *self = data;

  gtk_window_present (GTK_WINDOW (cvn_reports_window_new (GTK_WINDOW (self), self->centre)));
}

static void
enable (CvnWindow  *self,
        const char *name,
        gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
set_step_tooltip (GtkWidget  *button,
                  const char *label,
                  const char *nothing,
                  const char *keys)
{
  /* Translators: the first is what the button does, the second its keys, such as: Undo Edit “Leiden” (Ctrl+Z) */
  g_autofree char *tooltip = g_strdup_printf (_("%1$s (%2$s)"), label != NULL ? label : nothing, keys);

  cvn_tooltip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : nothing, -1);
}

/** cvn_window_update_actions: what can be done follows from the centre and the page on the screen. */
void
cvn_window_update_actions (CvnWindow *self)
{
  gboolean         open = cvn_centre_is_open (self->centre);
  gboolean         writable = open && !cvn_centre_is_read_only (self->centre);
  gboolean         can_undo;
  gboolean         can_redo;
  gboolean         can_add = FALSE;
  gboolean         can_export = FALSE;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  g_object_get (self->centre, "can-undo", &can_undo, "undo-label", &undo_label, "can-redo", &can_redo, "redo-label", &redo_label, NULL);
  if (self->page != NULL)
    g_object_get (self->page, "can-add", &can_add, "can-export", &can_export, NULL);
  enable (self, "sync-now", open);
  enable (self, "conflicts", open);
  enable (self, "sharing", open);
  enable (self, "undo", can_undo);
  enable (self, "redo", can_redo);
  enable (self, "search", open);
  enable (self, "search-page", open && self->page != NULL);
  enable (self, "switch-pane", open && self->page != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), open);
  enable (self, "page", open);
  enable (self, "year", open);
  enable (self, "previous-year", open);
  enable (self, "next-year", open);
  enable (self, "add", writable && can_add);
  enable (self, "quick-add", writable);
  enable (self, "credit-invoice", writable);
  enable (self, "export", open && can_export);
  enable (self, "open-report", open);
  enable (self, "choose-report", open);
  enable (self, "reports", open);
  set_step_tooltip (self->undo, undo_label, _("Undo"), "Ctrl+Z");
  set_step_tooltip (self->redo, redo_label, _("Redo"), "Ctrl+Shift+Z");
}

static GVariant *
year_to_state (CvnWindow *self)
{
  return g_variant_new_int32 (cvn_centre_get_year (self->centre));
}

static void
year_changed_cb (CvnWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "year");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), year_to_state (self));
  g_settings_set_int (self->settings, "year", cvn_centre_get_year (self->centre));
}

/** cvn_window_add_actions: what the window can do; files and dialogs are added by the application. */
void
cvn_window_add_actions (CvnWindow *self)
{
  static const GActionEntry entries[] = {
    { "page", page_cb, "s" },
    { "year", year_cb, "i", "0" },
    { "previous-year", previous_year_cb },
    { "next-year", next_year_cb },
    { "undo", undo_cb },
    { "redo", redo_cb },
    { "toggle-sidebar", toggle_sidebar_cb },
    { "switch-pane", switch_pane_cb },
    { "search", search_cb },
    { "search-page", search_page_cb },
    { "back", back_cb },
    { "add", add_cb },
    { "quick-add", quick_add_cb },
    { "export", export_cb },
    { "close", close_cb },
    { "open-record", open_record_cb, "(ss)" },
    { "open-card", open_card_cb, "s" },
    { "open-figure", open_figure_cb, "s" },
    { "credit-invoice", credit_invoice_cb, "s" },
    { "sharing", sharing_cb },
    { "conflicts", conflicts_cb },
    { "sync-now", sync_now_cb },
    { "open-report", open_report_cb, "(ss)" },
    { "choose-report", choose_report_cb, "s" },
    { "reports", reports_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->centre, "notify::year", G_CALLBACK (year_changed_cb), self, G_CONNECT_SWAPPED);
}
