/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-parts"

#include "cvn-event-parts.h"

#include "cvn-date.h"
#include "cvn-error.h"
#include "cvn-guard.h"
#include "cvn-money.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

/* What the views of an event have in common. */

typedef struct
{
  GtkWidget      *view; /* weak: it may be gone when the answer comes */
  char           *done;
  CvnEventRefused refused;
  CvnEventMade    made;
  char           *id;
} Run;

static void
run_free (Run *run)
{
  g_clear_weak_pointer (&run->view);
  g_free (run->done);
  g_free (run->id);
  g_free (run);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (run->view != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (no < 0 && run->refused != NULL)
        run->refused (run->view, error->message, cvn_error_get_field (error));
      else if (no < 0)
        cvn_window_show_toast (run->view, error->message, FALSE);
      else if (no > 0 && run->done != NULL)
        cvn_window_show_toast (run->view, run->done, TRUE);
      if (no > 0 && run->made != NULL)
        run->made (run->view, run->id);
    }
  run_free (run);
}

/**
 * cvn_event_make:
 * @subject: (nullable): what it is done to
 * @operation: (transfer full): what to do
 * @done: (nullable): what to say when it is done, with a button Undo
 * @refused: (nullable): what to do with a refusal; NULL says it at the bottom of the window
 * @made: (nullable): what to do with what is there now; it can be read then
 *
 * Does something as one step that can be undone.
 */
void
cvn_event_make (GtkWidget      *view,
                CvnCentre      *centre,
                const char     *subject,
                CvnOperation   *operation,
                const char     *done,
                CvnEventRefused refused,
                CvnEventMade    made)
{
  Run *run = g_new0 (Run, 1);

  g_set_weak_pointer (&run->view, view);
  run->done = g_strdup (done);
  run->refused = refused;
  run->made = made;
  run->id = g_strdup (cvn_operation_get_id (operation));
  cvn_operation_set_subject (operation, subject);
  cvn_operation_run_async (operation, centre, NULL, ran_cb, run);
  cvn_operation_unref (operation);
}

/** cvn_event_run_for: as cvn_event_make(), of what makes nothing new. */
void
cvn_event_run_for (GtkWidget      *view,
                   CvnCentre      *centre,
                   const char     *subject,
                   CvnOperation   *operation,
                   const char     *done,
                   CvnEventRefused refused)
{
  cvn_event_make (view, centre, subject, operation, done, refused, NULL);
}

/** cvn_event_run: as cvn_event_run_for(), with the event of @sheet. */
void
cvn_event_run (GtkWidget      *view,
               CvnEventSheet  *sheet,
               CvnOperation   *operation,
               const char     *done,
               CvnEventRefused refused)
{
  cvn_event_run_for (view, cvn_event_sheet_get_centre (sheet), cvn_event_sheet_get_title (sheet), operation, done, refused);
}

/** cvn_event_section_new: a heading with a line below it and a boxed list; @detail may be NULL. */
GtkWidget *
cvn_event_section_new (const char *title,
                       GtkWidget **list,
                       GtkWidget **detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  if (detail != NULL)
    {
      *detail = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
      gtk_widget_add_css_class (*detail, "dim-label");
      gtk_box_append (GTK_BOX (box), *detail);
    }
  *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (*list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (*list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), *list);
  return box;
}

/** cvn_event_page_new: @content in the middle of a page that scrolls. */
GtkWidget *
cvn_event_page_new (GtkWidget *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 760, "tightening-threshold", 500, "child", content, NULL);

  gtk_widget_add_css_class (clamp, "cvn-event-part");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/** cvn_event_button_new: a flat button with an icon, for the end of a row. */
GtkWidget *
cvn_event_button_new (const char *icon,
                      const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  cvn_tooltip_set (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/** cvn_event_clear_list: takes all rows out of a list box. */
void
cvn_event_clear_list (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

static GtkWidget *
find_check (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
tick_cb (GtkWidget      *list,
         guint           keyval,
         guint           keycode,
         GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  GtkWidget *check = row != NULL && gtk_widget_is_focus (row) ? find_check (row) : NULL;

  if (keyval != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || check == NULL || !gtk_widget_is_sensitive (check))
    return FALSE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  return TRUE;
}

/** cvn_event_tick_by_space: in a list of rows with a check button, Space ticks the row that has the focus; Enter opens it. */
void
cvn_event_tick_by_space (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (tick_cb), list);
  gtk_widget_add_controller (list, keys);
}

/** cvn_event_add_nothing: a row that says that there is nothing, and what to do about it. */
void
cvn_event_add_nothing (GtkWidget  *list,
                       const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0, "margin-start", 12, "margin-end", 12,
                                   "margin-top", 12, "margin-bottom", 12, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "activatable", FALSE, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/** cvn_event_dup_day: (transfer full): a stored day for people, "" for NULL. */
char *
cvn_event_dup_day (const char *iso)
{
  CvnDate day;

  if (iso == NULL || !cvn_date_parse_iso (iso, &day, NULL))
    return g_strdup (iso != NULL ? iso : "");
  return cvn_date_format_short (&day, cvn_interface_language ());
}

/** cvn_event_dup_euro: (transfer full): an amount as the language writes it. */
char *
cvn_event_dup_euro (gint64 cents)
{
  return cvn_money_format_euro (cents, cvn_interface_language ());
}

/** cvn_event_follow: calls @changed with @part as its only argument whenever @sheet has changed, and at once if the event is there already. */
void
cvn_event_follow (GtkWidget     *part,
                  CvnEventSheet *sheet,
                  GCallback      changed)
{
  g_signal_connect_object (sheet, "changed", changed, part, G_CONNECT_SWAPPED);
  if (cvn_event_sheet_is_loaded (sheet))
    ((void (*) (GtkWidget *)) changed) (part);
}

/** cvn_event_is_read_only: whether nothing can be changed. */
gboolean
cvn_event_is_read_only (CvnEventSheet *sheet)
{
  return cvn_centre_is_read_only (cvn_event_sheet_get_centre (sheet));
}

typedef struct
{
  CvnEventSheet *sheet;
  const char    *kind;
} KindButton;

static void
kind_button_free (gpointer  data,
                  GClosure *closure)
{
  KindButton *button = data;

  g_object_unref (button->sheet);
  g_free (button);
}

static void
kind_clicked_cb (GtkWidget  *widget,
                 KindButton *button)
{
  gtk_widget_activate_action (widget, "events.add-part", "(ss)", button->kind, cvn_event_sheet_get_id (button->sheet));
}

/** cvn_event_kind_button_new: a button that opens the form of a new part of the event, by events.add-part (ss). */
GtkWidget *
cvn_event_kind_button_new (const char    *title,
                           CvnEventSheet *sheet,
                           const char    *kind)
{
  KindButton *data = g_new0 (KindButton, 1);
  GtkWidget  *button = gtk_button_new_with_label (title);

  data->sheet = g_object_ref (sheet);
  data->kind = kind;
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  cvn_guard_widget (button, cvn_event_sheet_get_centre (sheet), "visible");
  g_signal_connect_data (button, "clicked", G_CALLBACK (kind_clicked_cb), data, kind_button_free, 0);
  return button;
}
