/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-file-row"

#include "cvn-file-row.h"

#include "cvn-attached-file.h"
#include "cvn-attachment.h"
#include "cvn-dialogs.h"
#include "cvn-field-row.h"
#include "cvn-record.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnFileRow
{
  AdwActionRow parent_instance;

  CvnCentre    *centre;
  CvnDraft     *draft;
  guint         field;
  GCancellable *cancellable;
  GtkWidget    *spinner;
  GtkWidget    *attach;
  GtkWidget    *open;
  GtkWidget    *save;
  GtkWidget    *remove;
  char         *shown; /* the value that the row tells of */
  gboolean      editable;
  gboolean      busy; /* a file is being taken in */
};

G_DEFINE_FINAL_TYPE (CvnFileRow, cvn_file_row, ADW_TYPE_ACTION_ROW)

static const char *
get_text (CvnFileRow *self)
{
  const CvnValue *value = cvn_record_get_value (cvn_draft_get_record (self->draft), self->field);

  return cvn_value_is_none (value) ? NULL : value->text;
}

static void
tell (CvnFileRow   *self,
      const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
}

static gboolean
can_attach (CvnFileRow *self)
{
  return self->editable && !self->busy && !cvn_centre_is_read_only (self->centre);
}

static void
set_busy (CvnFileRow *self,
          gboolean    busy)
{
  self->busy = busy;
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.attach", can_attach (self));
}

/** cvn_file_row_set_editable: whether a file can be attached and removed; it can always be opened and saved. */
void
cvn_file_row_set_editable (CvnFileRow *self,
                           gboolean    editable)
{
  self->editable = editable;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.attach", can_attach (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.remove", editable);
}

static void
described_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CvnFileRow) self = data;
  g_autofree char *note = cvn_attached_file_describe_finish (CVN_CENTRE (source), result, NULL);
  g_autofree char *words = NULL;
  g_autofree char *both = NULL;

  if (note == NULL || self->draft == NULL || get_text (self) == NULL || g_strcmp0 (get_text (self), self->shown) != 0)
    return;
  words = cvn_draft_dup_text (self->draft, self->field);
  both = g_strconcat (words, "\n", note, NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), both);
}

static void
show_value (CvnFileRow *self)
{
  const char      *text = get_text (self);
  g_autofree char *words = cvn_draft_dup_text (self->draft, self->field);

  g_free (self->shown);
  self->shown = g_strdup (text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? words : _("None. Attach nothing with personal data that the centre may not keep."));
  gtk_widget_set_visible (self->attach, text == NULL);
  gtk_widget_set_visible (self->open, text != NULL);
  gtk_widget_set_visible (self->save, text != NULL);
  gtk_widget_set_visible (self->remove, text != NULL);
  cvn_field_row_mark (GTK_WIDGET (self), self->draft, self->field);
  if (text != NULL)
    cvn_attached_file_describe_async (self->centre, text, self->cancellable, described_cb, g_object_ref (self));
}

static void
field_changed_cb (CvnFileRow *self,
                  guint       field)
{
  if (field == self->field)
    show_value (self);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnFileRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cvn_attached_file_add_finish (CVN_CENTRE (source), result, &error);

  if (self->draft == NULL)
    return;
  set_busy (self, FALSE);
  if (text == NULL)
    {
      tell (self, error);
      return;
    }
  cvn_draft_set_text (self->draft, self->field, text);
  cvn_draft_save (self->draft);
  gtk_widget_grab_focus (self->open);
}

/** cvn_file_row_attach: takes in @file and names it in the record, as one step that can be undone. */
void
cvn_file_row_attach (CvnFileRow *self,
                     GFile      *file)
{
  set_busy (self, TRUE);
  cvn_attached_file_add_async (self->centre, file, self->cancellable, added_cb, g_object_ref (self));
}

static GtkWindow *
get_window (CvnFileRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnFileRow) self = data;
  g_autoptr (GFile) file = cvn_dialogs_file_finish (result, NULL);

  if (file != NULL && self->draft != NULL)
    cvn_file_row_attach (self, file);
}

static void
attach_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  cvn_dialogs_open_async (get_window (CVN_FILE_ROW (widget)), _("Attach a File"), CVN_FILES_ANY, chosen_cb, g_object_ref (widget));
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnFileRow) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) && self->draft != NULL)
    tell (self, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnFileRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = cvn_attached_file_save_finish (CVN_CENTRE (source), result, &error);
  g_autofree char *uri = copy != NULL ? g_file_get_uri (copy) : NULL;

  if (self->draft == NULL)
    return;
  if (uri == NULL)
    tell (self, error);
  else if (get_window (self) != NULL)
    gtk_show_uri_full (get_window (self), uri, GDK_CURRENT_TIME, self->cancellable, shown_cb, g_object_ref (self));
}

static void
open_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnFileRow *self = CVN_FILE_ROW (widget);

  if (get_text (self) != NULL)
    cvn_attached_file_save_async (self->centre, get_text (self), NULL, self->cancellable, copied_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnFileRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = cvn_attached_file_save_finish (CVN_CENTRE (source), result, &error);

  if (copy == NULL && self->draft != NULL)
    tell (self, error);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (CvnFileRow) self = data;
  g_autoptr (GFile) target = cvn_dialogs_file_finish (result, NULL);

  if (target != NULL && self->draft != NULL && get_text (self) != NULL)
    cvn_attached_file_save_async (self->centre, get_text (self), target, self->cancellable, saved_cb, g_object_ref (self));
}

static void
save_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnFileRow *self = CVN_FILE_ROW (widget);
  g_auto (CvnAttachment) file = { 0 };

  if (get_text (self) != NULL && cvn_attachment_parse (get_text (self), &file, NULL))
    cvn_dialogs_save_async (get_window (self), _("Save the File"), CVN_FILES_ANY, file.name, place_chosen_cb, g_object_ref (self));
}

static void
remove_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CvnFileRow *self = CVN_FILE_ROW (widget);

  cvn_draft_set_text (self->draft, self->field, "");
  cvn_draft_save (self->draft);
  gtk_widget_grab_focus (self->attach);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            CvnFileRow    *self)
{
  if (!can_attach (self))
    return FALSE;
  cvn_file_row_attach (self, g_value_get_object (value));
  return TRUE;
}

static void
cvn_file_row_dispose (GObject *object)
{
  CvnFileRow *self = CVN_FILE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->draft);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_file_row_parent_class)->dispose (object);
}

static void
cvn_file_row_finalize (GObject *object)
{
  CvnFileRow *self = CVN_FILE_ROW (object);

  g_object_unref (self->cancellable);
  g_free (self->shown);
  G_OBJECT_CLASS (cvn_file_row_parent_class)->finalize (object);
}

static void
cvn_file_row_class_init (CvnFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_file_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_file_row_finalize;
  gtk_widget_class_install_action (widget_class, "file.attach", NULL, attach_action_cb);
  gtk_widget_class_install_action (widget_class, "file.open", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "file.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "file.remove", NULL, remove_action_cb);
}

static GtkWidget *
add_button (CvnFileRow *self,
            const char *icon,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  cvn_tooltip_set (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

static void
cvn_file_row_init (CvnFileRow *self)
{
  self->cancellable = g_cancellable_new ();
  self->editable = TRUE;
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->spinner);
  self->attach = add_button (self, "mail-attachment-symbolic", _("Attach a File…"), "file.attach");
  self->open = add_button (self, "document-open-symbolic", _("Open the File"), "file.open");
  self->save = add_button (self, "document-save-symbolic", _("Save the File As…"), "file.save");
  self->remove = add_button (self, "edit-delete-symbolic", _("Remove the File"), "file.remove");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 5);
}

/** cvn_file_row_new: a row for the file in @field of @draft. */
GtkWidget *
cvn_file_row_new (CvnCentre *centre,
                  CvnDraft  *draft,
                  guint      field)
{
  CvnFileRow    *self = g_object_new (CVN_TYPE_FILE_ROW, NULL);
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->centre = g_object_ref (centre);
  self->draft = g_object_ref (draft);
  self->field = field;
  cvn_field_row_describe (GTK_WIDGET (self), draft, field);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  show_value (self);
  return GTK_WIDGET (self);
}
