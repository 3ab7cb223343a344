/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-conflict-window"

#include "cvn-conflict-window.h"

#include "cvn-conflict.h"

#include <glib/gi18n-lib.h>

struct _CvnConflictWindow
{
  AdwWindow           parent_instance;
  CvnCentre          *centre;
  CvnConflict        *conflict;
  GCancellable       *loading;
  GtkLabel           *trouble;
  AdwPreferencesPage *page;
  GtkWidget          *keep;
  GPtrArray          *others; /* of GtkCheckButton: the other value of each field; owned by their rows */
};

G_DEFINE_FINAL_TYPE (CvnConflictWindow, cvn_conflict_window, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void
show_trouble (CvnConflictWindow *self,
              const GError      *error)
{
  gtk_label_set_label (self->trouble, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         GtkWidget           *first,
         const char          *value,
         const char          *author)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), author != NULL ? author : _("Somebody"));
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, value, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (group, row);
  return check;
}

static void
add_field (CvnConflictWindow      *self,
           const CvnConflictField *field)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char     *before = field->original != NULL ? g_strdup_printf (_("Before: %s"), field->original) : NULL;
  g_autofree char     *markup = before != NULL ? g_markup_escape_text (before, -1) : NULL;
  GtkWidget           *shown;
  GtkWidget           *other;

  adw_preferences_group_set_title (group, _(field->label));
  adw_preferences_group_set_description (group, markup);
  shown = add_row (group, NULL, field->shown, self->conflict->shown_author);
  other = add_row (group, shown, field->other, self->conflict->other_author);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (shown), TRUE);
  g_ptr_array_add (self->others, other);
  adw_preferences_page_add (self->page, group);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  CvnConflict       *conflict = cvn_conflict_load_finish (result, &error);
  CvnConflictWindow *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (conflict == NULL)
    {
      show_trouble (self, error);
      return;
    }
  self->conflict = conflict;
  if (conflict->title != NULL)
    gtk_window_set_title (GTK_WINDOW (self), conflict->title);
  for (guint i = 0; i < conflict->fields->len; i++)
    add_field (self, &g_array_index (conflict->fields, CvnConflictField, i));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.keep", TRUE);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnConflictWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!cvn_conflict_choose_finish (result, &error))
    {
      show_trouble (self, error);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.keep", TRUE);
      return;
    }
  g_signal_emit (self, chosen_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
keep_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnConflictWindow   *self = CVN_CONFLICT_WINDOW (widget);
  g_autofree gboolean *take_other = g_new0 (gboolean, self->others->len + 1);

  for (guint i = 0; i < self->others->len; i++)
    take_other[i] = gtk_check_button_get_active (self->others->pdata[i]);
  gtk_widget_action_set_enabled (widget, "conflict.keep", FALSE);
  cvn_conflict_choose_async (self->centre, self->conflict, take_other, chosen_cb, g_object_ref (self));
}

static void
cvn_conflict_window_dispose (GObject *object)
{
  CvnConflictWindow *self = CVN_CONFLICT_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->centre);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_CONFLICT_WINDOW);
  G_OBJECT_CLASS (cvn_conflict_window_parent_class)->dispose (object);
}

static void
cvn_conflict_window_finalize (GObject *object)
{
  CvnConflictWindow *self = CVN_CONFLICT_WINDOW (object);

  cvn_conflict_free (self->conflict);
  g_ptr_array_unref (self->others);
  G_OBJECT_CLASS (cvn_conflict_window_parent_class)->finalize (object);
}

static void
cvn_conflict_window_class_init (CvnConflictWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_conflict_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_conflict_window_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/sharing/cvn-conflict-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, page);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, keep);
  gtk_widget_class_install_action (widget_class, "conflict.keep", NULL, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cvn_conflict_window_init (CvnConflictWindow *self)
{
  self->others = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.keep", FALSE);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->keep);
}

/** cvn_conflict_window_new: the versions of @document, to be presented; it belongs to GTK. */
CvnConflictWindow *
cvn_conflict_window_new (GtkWindow  *parent,
                         CvnCentre  *centre,
                         const char *document)
{
  CvnConflictWindow *self = g_object_new (CVN_TYPE_CONFLICT_WINDOW, "transient-for", parent, NULL);

  self->centre = g_object_ref (centre);
  self->loading = g_cancellable_new ();
  cvn_conflict_load_async (centre, document, self->loading, loaded_cb, self);
  return self;
}
