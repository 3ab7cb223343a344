/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-operation-dialog"

#include "cvn-operation-dialog.h"

#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-money.h"
#include "cvn-operation-field.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

#define WIDTH         560
#define PREVIEW_WIDTH 820
#define HEIGHT        660
#define MIN_WIDTH     340
#define EDGES         12 /* of the window itself */

typedef struct
{
  CvnCentre    *centre;
  GtkWidget    *from;    /* where it was asked for; gone with its window, as this dialog is */
  char         *done;    /* what is said when it was done */
  char         *subject; /* id that "done" tells */
  GtkWidget    *accept;
  GtkBox       *body;
  GtkLabel     *refusal; /* about no field of the dialog */
  GHashTable   *fields;  /* of char* to CvnOperationField */
  GtkWidget    *first;   /* the row to begin in */
  int           most;    /* the height it does not grow beyond */
  GCancellable *previewing;
  gboolean      is_running;
  gboolean      is_final; /* what is done cannot be undone */
} CvnOperationDialogPrivate;

static guint done_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CvnOperationDialog, cvn_operation_dialog, ADW_TYPE_WINDOW)

static CvnOperationDialogPrivate *
get (CvnOperationDialog *self)
{
  return cvn_operation_dialog_get_instance_private (self);
}

static void
set_refusal (CvnOperationDialog *self,
             const char         *message)
{
  CvnOperationDialogPrivate *priv = get (self);

  gtk_label_set_text (priv->refusal, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->refusal), message != NULL);
}

static void
clear_errors (CvnOperationDialog *self)
{
  CvnOperationDialogPrivate *priv = get (self);
  GHashTableIter             iter;
  gpointer                   field;

  g_hash_table_iter_init (&iter, priv->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    cvn_operation_field_set_error (field, NULL);
  set_refusal (self, NULL);
}

/* A dialog without a preview is as high as what it says at its width: its rows and, when one came, the sentence that refuses. */
static void
fit (CvnOperationDialog *self)
{
  CvnOperationDialogPrivate *priv = get (self);
  GtkWidget                 *header = gtk_widget_get_first_child (adw_window_get_content (ADW_WINDOW (self)));
  int                        width, height, top, below;

  if (CVN_OPERATION_DIALOG_GET_CLASS (self)->show_preview != NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_widget_measure (header, GTK_ORIENTATION_VERTICAL, -1, NULL, &top, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (priv->body), GTK_ORIENTATION_VERTICAL, width, NULL, &below, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, MAX (height, MIN (top + below + EDGES, priv->most)));
}

/* At the field that is at fault or, when the dialog has no such field, above all of them. */
static void
show_error (CvnOperationDialog *self,
            const GError       *error)
{
  CvnOperationDialogPrivate *priv = get (self);
  const char                *name = cvn_error_get_field (error);
  CvnOperationField         *field = name != NULL ? g_hash_table_lookup (priv->fields, name) : NULL;

  if (field == NULL || !gtk_widget_get_visible (cvn_operation_field_get_row (field)))
    {
      set_refusal (self, error->message);
      fit (self);
      return;
    }
  cvn_operation_field_set_error (field, error->message);
  gtk_widget_grab_focus (cvn_operation_field_get_row (field));
  fit (self);
}

static CvnOperation *
make (CvnOperationDialog *self,
      GError            **error)
{
  return CVN_OPERATION_DIALOG_GET_CLASS (self)->make (self, error);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (CvnOperationDialog) self = data;
  CvnOperationDialogPrivate *priv = get (self);
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  priv->is_running = FALSE;
  if (priv->centre == NULL)
    return;
  gtk_widget_set_sensitive (priv->accept, TRUE);
  if (no < 0)
    {
      show_error (self, error);
      return;
    }
  if (priv->done != NULL)
    cvn_window_show_toast (priv->from, priv->done, no > 0 && !priv->is_final);
  g_signal_emit (self, done_signal, 0, priv->subject);
  gtk_window_close (GTK_WINDOW (self));
}

static void
accept_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CvnOperationDialog        *self = CVN_OPERATION_DIALOG (widget);
  CvnOperationDialogPrivate *priv = get (self);
  g_autoptr (CvnOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (priv->is_running || !gtk_widget_get_sensitive (priv->accept))
    return;
  clear_errors (self);
  operation = make (self, &error);
  if (operation == NULL)
    {
      show_error (self, error);
      return;
    }
  priv->is_running = TRUE;
  gtk_widget_set_sensitive (priv->accept, FALSE);
  g_free (priv->subject);
  priv->subject = g_strdup (cvn_operation_get_id (operation));
  cvn_operation_run_async (operation, priv->centre, NULL, run_cb, g_object_ref (self));
}

/* The field at fault; when the dialog has no such field, the one that says what it is about. */
static CvnOperationField *
find_field_to_blame (CvnOperationDialog *self,
                     const GError       *error)
{
  CvnOperationDialogPrivate *priv = get (self);
  const char                *name = cvn_error_get_field (error);
  CvnOperationField         *field = name != NULL ? g_hash_table_lookup (priv->fields, name) : NULL;
  GHashTableIter             iter;
  gpointer                   other;

  if (field != NULL && gtk_widget_get_visible (cvn_operation_field_get_row (field)))
    return field;
  g_hash_table_iter_init (&iter, priv->fields);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (cvn_operation_field_get_row (other) == priv->first)
      return other;
  return NULL;
}

/* Nobody has asked for it yet, so the focus stays where it is. */
static void
tell_preview (CvnOperationDialog *self,
              CvnTable           *table,
              const GError       *error)
{
  CvnOperationField *field = error != NULL ? find_field_to_blame (self, error) : NULL;

  clear_errors (self);
  if (field != NULL)
    cvn_operation_field_set_error (field, error->message);
  else if (error != NULL)
    set_refusal (self, error->message);
  CVN_OPERATION_DIALOG_GET_CLASS (self)->show_preview (self, table);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CvnOperationDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnTable) table = cvn_operation_preview_finish (CVN_CENTRE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && get (self)->centre != NULL)
    tell_preview (self, table, error);
}

/** cvn_operation_dialog_refresh: looks again at what the operation would do. */
void
cvn_operation_dialog_refresh (CvnOperationDialog *self)
{
  CvnOperationDialogPrivate *priv = get (self);
  g_autoptr (CvnOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (CVN_OPERATION_DIALOG_GET_CLASS (self)->show_preview == NULL)
    return;
  g_cancellable_cancel (priv->previewing);
  g_clear_object (&priv->previewing);
  operation = make (self, &error);
  if (operation == NULL)
    {
      tell_preview (self, NULL, error);
      return;
    }
  priv->previewing = g_cancellable_new ();
  cvn_operation_preview_async (operation, priv->centre, priv->previewing, previewed_cb, g_object_ref (self));
}

static void
cvn_operation_dialog_dispose (GObject *object)
{
  CvnOperationDialogPrivate *priv = get (CVN_OPERATION_DIALOG (object));

  g_cancellable_cancel (priv->previewing);
  g_clear_object (&priv->previewing);
  g_clear_weak_pointer (&priv->from);
  g_hash_table_remove_all (priv->fields);
  g_clear_object (&priv->centre);
  G_OBJECT_CLASS (cvn_operation_dialog_parent_class)->dispose (object);
}

static void
cvn_operation_dialog_finalize (GObject *object)
{
  CvnOperationDialogPrivate *priv = get (CVN_OPERATION_DIALOG (object));

  g_hash_table_unref (priv->fields);
  g_free (priv->done);
  g_free (priv->subject);
  G_OBJECT_CLASS (cvn_operation_dialog_parent_class)->finalize (object);
}

/* Only now are its rows known. */
static void
cvn_operation_dialog_show (GtkWidget *widget)
{
  fit (CVN_OPERATION_DIALOG (widget));
  GTK_WIDGET_CLASS (cvn_operation_dialog_parent_class)->show (widget);
}

static void
cvn_operation_dialog_class_init (CvnOperationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_operation_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_operation_dialog_finalize;
  widget_class->show = cvn_operation_dialog_show;
  done_signal = g_signal_new ("done", CVN_TYPE_OPERATION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (CvnOperationDialog *self)
{
  CvnOperationDialogPrivate *priv = get (self);
  GtkWidget                 *header = g_object_new (ADW_TYPE_HEADER_BAR, "show-end-title-buttons", FALSE, "show-start-title-buttons", FALSE, NULL);
  GtkWidget                 *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  priv->accept = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (priv->accept), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->accept), "dialog.accept");
  gtk_widget_add_css_class (priv->accept, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->accept);
  return header;
}

/* One begins to type in the first row, unless the dialog has said another. */
static void
mapped_cb (CvnOperationDialog *self)
{
  CvnOperationDialogPrivate *priv = get (self);
  GtkWidget                 *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (priv->first != NULL && (focus == NULL || focus == priv->accept))
    gtk_widget_grab_focus (priv->first);
}

static void
cvn_operation_dialog_init (CvnOperationDialog *self)
{
  CvnOperationDialogPrivate *priv = get (self);
  GtkWidget                 *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget                 *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE,
                                                      NULL);
  GtkWidget                 *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", PREVIEW_WIDTH, "tightening-threshold", PREVIEW_WIDTH, NULL);

  priv->fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  priv->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_add_css_class (GTK_WIDGET (priv->body), "cvn-operation");
  priv->refusal = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (priv->refusal), "error");
  gtk_box_append (priv->body, GTK_WIDGET (priv->refusal));
  set_refusal (self, NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (priv->body));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (self), priv->accept);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

/**
 * cvn_operation_dialog_set_up:
 * @from: a widget of the window that it belongs to
 * @accept: a verb, with a mnemonic
 * @done: (nullable): what is said when it was done
 */
void
cvn_operation_dialog_set_up (CvnOperationDialog *self,
                             GtkWidget          *from,
                             CvnCentre          *centre,
                             const char         *title,
                             const char         *accept,
                             const char         *done)
{
  CvnOperationDialogPrivate *priv = get (self);
  GtkWidget                 *window = GTK_WIDGET (gtk_widget_get_root (from));
  gboolean                   has_preview = CVN_OPERATION_DIALOG_GET_CLASS (self)->show_preview != NULL;
  int                        height = CLAMP (gtk_widget_get_height (window), MIN_WIDTH, HEIGHT);
  int                        width = CLAMP (gtk_widget_get_width (window), MIN_WIDTH, has_preview ? PREVIEW_WIDTH : WIDTH);

  priv->centre = g_object_ref (centre);
  g_set_weak_pointer (&priv->from, from);
  priv->done = g_strdup (done);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (GTK_BUTTON (priv->accept), accept);
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, -1);
  gtk_window_set_default_size (GTK_WINDOW (self), width, has_preview ? height : -1);
  priv->most = height;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (window));
  gtk_widget_grab_focus (priv->accept);
}

/** cvn_operation_dialog_get_centre: the centre, owned by the dialog; NULL once it is closed. */
CvnCentre *
cvn_operation_dialog_get_centre (CvnOperationDialog *self)
{
  return get (self)->centre;
}

/** cvn_operation_dialog_set_can_accept: whether there is anything to do. */
void
cvn_operation_dialog_set_can_accept (CvnOperationDialog *self,
                                     gboolean            can_accept)
{
  CvnOperationDialogPrivate *priv = get (self);

  if (!priv->is_running)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.accept", can_accept);
}

/** cvn_operation_dialog_set_final: what it does leaves the house: no undo is offered. */
void
cvn_operation_dialog_set_final (CvnOperationDialog *self)
{
  get (self)->is_final = TRUE;
}

/** cvn_operation_dialog_add_group: (transfer none): rows under a title; both texts may be NULL. */
AdwPreferencesGroup *
cvn_operation_dialog_add_group (CvnOperationDialog *self,
                                const char         *title,
                                const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  cvn_operation_dialog_add (self, GTK_WIDGET (group));
  return group;
}

/** cvn_operation_dialog_add: @child below what is there. */
void
cvn_operation_dialog_add (CvnOperationDialog *self,
                          GtkWidget          *child)
{
  gtk_box_append (get (self)->body, child);
}

static void
changed_cb (CvnOperationDialog *self)
{
  CvnOperationDialogClass *klass = CVN_OPERATION_DIALOG_GET_CLASS (self);

  if (get (self)->centre == NULL)
    return;
  clear_errors (self);
  if (klass->changed != NULL)
    klass->changed (self);
  cvn_operation_dialog_refresh (self);
}

static GtkWidget *
add_field (CvnOperationDialog  *self,
           AdwPreferencesGroup *group,
           const char          *name,
           const char          *title,
           GtkWidget           *row,
           const char          *signal)
{
  CvnOperationField *field = cvn_operation_field_new (group, row, title);

  g_hash_table_insert (get (self)->fields, (gpointer) name, field);
  if (get (self)->first == NULL)
    get (self)->first = row;
  if (signal != NULL)
    g_signal_connect_object (row, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/** cvn_operation_dialog_add_entry: (transfer none): a row for words; @field is static, @text may be NULL. */
GtkWidget *
cvn_operation_dialog_add_entry (CvnOperationDialog  *self,
                                AdwPreferencesGroup *group,
                                const char          *field,
                                const char          *title,
                                const char          *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "activates-default", TRUE, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  return add_field (self, group, field, title, row, "changed");
}

/** cvn_operation_dialog_add_day: (transfer none): a row for a day, @iso beforehand. */
GtkWidget *
cvn_operation_dialog_add_day (CvnOperationDialog  *self,
                              AdwPreferencesGroup *group,
                              const char          *field,
                              const char          *title,
                              const char          *iso)
{
  g_autofree char *text = NULL;
  CvnDate          day;

  if (iso != NULL && cvn_date_parse_iso (iso, &day, NULL))
    text = cvn_date_format_short (&day, cvn_interface_language ());
  return cvn_operation_dialog_add_entry (self, group, field, title, text);
}

/** cvn_operation_dialog_add_money: (transfer none): a row for an amount, @cents beforehand; zero leaves it empty. */
GtkWidget *
cvn_operation_dialog_add_money (CvnOperationDialog  *self,
                                AdwPreferencesGroup *group,
                                const char          *field,
                                const char          *title,
                                gint64               cents)
{
  g_autofree char *text = cents != 0 ? cvn_money_format (cents, cvn_interface_language ()) : NULL;
  GtkWidget       *row = cvn_operation_dialog_add_entry (self, group, field, title, text);

  gtk_widget_add_css_class (row, "numeric");
  return row;
}

/** cvn_operation_dialog_add_choice: (transfer none): a row to choose one of @words in. */
GtkWidget *
cvn_operation_dialog_add_choice (CvnOperationDialog  *self,
                                 AdwPreferencesGroup *group,
                                 const char          *field,
                                 const char          *title,
                                 GtkStringList       *words)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "model", words, NULL);

  return add_field (self, group, field, title, row, "notify::selected");
}

/** cvn_operation_dialog_add_switch: (transfer none): a row to say yes in. */
GtkWidget *
cvn_operation_dialog_add_switch (CvnOperationDialog  *self,
                                 AdwPreferencesGroup *group,
                                 const char          *field,
                                 const char          *title,
                                 const char          *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "subtitle", subtitle, NULL);
  GtkWidget *toggle = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return add_field (self, group, field, title, row, NULL);
}

/** cvn_operation_dialog_get_row: (transfer none): the row of @field. */
GtkWidget *
cvn_operation_dialog_get_row (CvnOperationDialog *self,
                              const char         *field)
{
  return cvn_operation_field_get_row (g_hash_table_lookup (get (self)->fields, field));
}

/** cvn_operation_dialog_get_text: what was typed in the row of @field; NULL when it is empty. */
const char *
cvn_operation_dialog_get_text (CvnOperationDialog *self,
                               const char         *field)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (cvn_operation_dialog_get_row (self, field)));

  return *text != '\0' ? text : NULL;
}

/** cvn_operation_dialog_get_money: the amount in the row of @field; the error names the field. */
gboolean
cvn_operation_dialog_get_money (CvnOperationDialog *self,
                                const char         *field,
                                gint64             *cents,
                                GError            **error)
{
  const char *text = cvn_operation_dialog_get_text (self, field);

  if (text == NULL)
    return cvn_check_fail (error, field, _("Fill in an amount."));
  if (cvn_money_parse (text, cvn_interface_language (), cents, error))
    return TRUE;
  cvn_error_set_field (error, field);
  return FALSE;
}

/** cvn_operation_dialog_dup_day: the day in the row of @field, as ISO; NULL with an error that names the field. */
char *
cvn_operation_dialog_dup_day (CvnOperationDialog *self,
                              const char         *field,
                              GError            **error)
{
  const char *text = cvn_operation_dialog_get_text (self, field);
  CvnDate     day;

  if (text != NULL && cvn_date_parse (text, cvn_interface_language (), &day, NULL) && cvn_date_get_precision (&day) == CVN_DATE_DAY)
    return cvn_date_to_iso (&day);
  cvn_check_fail (error, field, _("Expected a date that exists, such as 31-12-2026."));
  return NULL;
}

/** cvn_operation_dialog_get_choice: the place of what was chosen in the row of @field. */
guint
cvn_operation_dialog_get_choice (CvnOperationDialog *self,
                                 const char         *field)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (cvn_operation_dialog_get_row (self, field)));
}

/** cvn_operation_dialog_is_on: whether the switch of @field is on. */
gboolean
cvn_operation_dialog_is_on (CvnOperationDialog *self,
                            const char         *field)
{
  return gtk_switch_get_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (cvn_operation_dialog_get_row (self, field)))));
}

/** cvn_operation_dialog_is_allowed: whether who uses the program changes anything: a board member looks. */
gboolean
cvn_operation_dialog_is_allowed (CvnCentre *centre)
{
  return cvn_centre_is_open (centre) && !cvn_centre_is_read_only (centre);
}
