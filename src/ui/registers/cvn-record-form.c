/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-record-form"

#include "cvn-record-form.h"

#include "cvn-clash-line.h"
#include "cvn-cost-notice.h"
#include "cvn-field-row.h"
#include "cvn-focus.h"
#include "cvn-history-section.h"
#include "cvn-proposal-line.h"
#include "cvn-record.h"
#include "cvn-register-delete.h"
#include "cvn-row-feed.h"
#include "cvn-users-section.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnRecordForm
{
  AdwBin parent_instance;

  GtkWidget *head;
  CvnCentre *centre;
  CvnDraft  *draft;
  GtkWidget *first; /* the row to start in */
  GPtrArray *rows;  /* of GtkWidget, by field; owned by the form's widgets */

  GtkLabel          *title;
  GtkLabel          *kind;
  GtkWidget         *close;
  GtkScrolledWindow *scrolled;
  GtkWidget         *body;
  GtkWidget         *below; /* what is known of a record that is stored */
  CvnUsersSection   *users;
  CvnHistorySection *history;
  CvnRowFeed        *feed;  /* of the groups, the rows, and what stands below them */
  gboolean           added; /* it was new when the form was made */
  gint64             seq;
};

/* A group and six of its rows: what fits in a small window, about half of what fits in one of the usual height. */
#define FIRST_ROWS 7

typedef enum {
  CLOSED,
  DUPLICATE,
  N_SIGNALS,
} CvnRecordFormSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnRecordForm, cvn_record_form, ADW_TYPE_BIN)

static void
update_title (CvnRecordForm *self)
{
  const CvnKind   *kind = cvn_draft_get_kind (self->draft);
  g_autofree char *title = cvn_draft_dup_title (self->draft);
  gboolean         is_new = cvn_draft_is_new (self->draft);

  gtk_label_set_label (self->title, *title != '\0' ? title : _(is_new ? kind->label_add : kind->label));
  gtk_label_set_label (self->kind, _(kind->label));
  gtk_widget_set_visible (GTK_WIDGET (self->kind), *title != '\0');
}

/* The report that is about a record of the kind, or NULL. */
static const char *
find_report (const CvnKind *kind)
{
  static const char *const reports[][2] = { { "organisation", "partner" }, { "invoice", "invoice" }, { "booking", "quote" }, { "partner_package", "benefits" } };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (kind->name, reports[i][0]))
      return reports[i][1];
  return NULL;
}

static void
update_actions (CvnRecordForm *self)
{
  gboolean saved = self->draft != NULL && !cvn_draft_is_new (self->draft);
  gboolean writable = !cvn_centre_is_read_only (self->centre);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.duplicate", saved && writable && (cvn_draft_get_kind (self->draft)->flags & CVN_KIND_SINGLE) == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.delete", saved && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.report", saved && find_report (cvn_draft_get_kind (self->draft)) != NULL);
}

/* What is known of a record once it is stored. */
static void
update_sections (CvnRecordForm *self)
{
  gboolean         saved = !cvn_draft_is_new (self->draft);
  CvnRecord       *record = cvn_draft_get_record (self->draft);
  const CvnKind   *kind = cvn_draft_get_kind (self->draft);
  g_autofree char *title = cvn_draft_dup_title (self->draft);

  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->history), ADW_TYPE_PREFERENCES_GROUP), saved);
  if (!saved)
    return;
  /* The feed shows it where it was stored from the start. */
  if (self->added)
    gtk_widget_set_visible (self->below, TRUE);
  cvn_users_section_load (self->users, kind, cvn_record_get_id (record), title);
  cvn_history_section_set_record (self->history, kind, cvn_record_get_id (record));
}

static void
stored_cb (CvnRecordForm *self)
{
  gint64 seq;

  g_object_get (self->draft, "seq", &seq, NULL);
  update_actions (self);
  if (self->seq == seq)
    return;
  self->seq = seq;
  update_sections (self);
}

/* The project card that the record is a part of, or NULL. */
static const char *
get_card (CvnRecordForm *self)
{
  const CvnKind *kind = cvn_draft_get_kind (self->draft);

  return g_strcmp0 (kind->owner, "card") == 0 ? cvn_record_get_text (cvn_draft_get_record (self->draft), "card") : NULL;
}

static void
failed_cb (CvnRecordForm *self,
           const char    *message)
{
  const char *card = get_card (self);

  if (card != NULL)
    cvn_window_show_offer (GTK_WIDGET (self), message, _("_Open Card"), "win.open-card", card);
  else
    cvn_window_show_toast (GTK_WIDGET (self), message, FALSE);
}

static void
gone_cb (CvnRecordForm *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
close_action_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* As if the row were left, but it is not. */
static void
take_over (CvnRecordForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkWidget) focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL)
    g_object_ref (focus);
  cvn_record_form_leave (self);
  if (focus != NULL && gtk_widget_get_root (focus) == root)
    gtk_root_set_focus (root, focus);
}

static void
duplicate_action_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  take_over (CVN_RECORD_FORM (widget));
  g_signal_emit (widget, signals[DUPLICATE], 0);
}

static void
report_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CvnRecordForm *self = CVN_RECORD_FORM (widget);

  take_over (self);
  gtk_widget_activate_action (widget, "win.open-report", "(ss)", find_report (cvn_draft_get_kind (self->draft)),
                              cvn_record_get_id (cvn_draft_get_record (self->draft)));
}

static void
delete_action_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CvnRecordForm   *self = CVN_RECORD_FORM (widget);
  g_autofree char *title = cvn_draft_dup_title (self->draft);

  cvn_register_delete (widget, self->centre, cvn_draft_get_stored (self->draft), title);
}

static void
cvn_record_form_dispose (GObject *object)
{
  CvnRecordForm *self = CVN_RECORD_FORM (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->feed);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_RECORD_FORM);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_record_form_parent_class)->dispose (object);
}

static void
cvn_record_form_class_init (CvnRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_record_form_dispose;

  signals[CLOSED] = g_signal_new ("closed", CVN_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DUPLICATE] = g_signal_new ("duplicate", CVN_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "form.close", NULL, close_action_cb);
  gtk_widget_class_install_action (widget_class, "form.duplicate", NULL, duplicate_action_cb);
  gtk_widget_class_install_action (widget_class, "form.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "form.report", NULL, report_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "form.duplicate", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/registers/cvn-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnRecordForm, head);
  gtk_widget_class_bind_template_child (widget_class, CvnRecordForm, title);
  gtk_widget_class_bind_template_child (widget_class, CvnRecordForm, kind);
  gtk_widget_class_bind_template_child (widget_class, CvnRecordForm, close);
  gtk_widget_class_bind_template_child (widget_class, CvnRecordForm, scrolled);
}

static void
cvn_record_form_init (CvnRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The server may say in the middle of it that this account only reads. */
static void
read_only_cb (CvnRecordForm *self)
{
  for (guint i = 0; i < self->rows->len && self->draft != NULL; i++)
    if (self->rows->pdata[i] != NULL)
      cvn_field_row_set_editable (self->rows->pdata[i], !cvn_centre_is_read_only (self->centre));
  update_actions (self);
}

/** cvn_record_form_new: an empty form. */
GtkWidget *
cvn_record_form_new (CvnCentre *centre)
{
  CvnRecordForm *self = g_object_new (CVN_TYPE_RECORD_FORM, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* What a record is known by comes first, the rest below it, notes last. */
typedef enum {
  MAIN,
  MORE,
  NOTES,
  N_PARTS,
} Part;

static Part
find_part (const CvnKind *kind,
           guint          place)
{
  const CvnField *field = &kind->fields[place];
  int             twin = field->twin != NULL ? cvn_kind_find_field (kind, field->twin) : -1;
  CvnFieldFlags   flags = field->flags | (twin >= 0 ? kind->fields[twin].flags : 0);

  if (field->type == CVN_FIELD_NOTE && (flags & (CVN_FIELD_REQUIRED | CVN_FIELD_TITLE)) == 0)
    return NOTES;
  return (flags & (CVN_FIELD_REQUIRED | CVN_FIELD_TITLE | CVN_FIELD_LIST)) != 0 ? MAIN : MORE;
}

static GtkWidget *
make_group (CvnRecordForm *self,
            Part           part)
{
  const CvnKind *kind = cvn_draft_get_kind (self->draft);
  GtkWidget     *group = adw_preferences_group_new ();
  gboolean       any = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GtkWidget *row;
      GtkWidget *notice;

      if (find_part (kind, i) != part || (kind->fields[i].flags & CVN_FIELD_KEPT) != 0)
        continue;
      row = cvn_field_row_new (self->centre, self->draft, i);
      cvn_field_row_set_editable (row, !cvn_centre_is_read_only (self->centre));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), cvn_field_row_new_error (self->draft, i));
      notice = cvn_cost_notice_new_for_row (self->centre, self->draft, i, row);
      if (notice != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), notice);
      g_ptr_array_index (self->rows, i) = row;
      if (!any)
        cvn_row_feed_add (self->feed, group); /* which would be an empty frame as long as its rows wait */
      cvn_row_feed_add (self->feed, row);
      if (self->first == NULL)
        self->first = row;
      any = TRUE;
    }
  if (!any)
    gtk_widget_set_visible (group, FALSE);
  return group;
}

static void
build (CvnRecordForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *proposal = cvn_proposal_line_new (self->centre, self->draft);

  g_clear_object (&self->feed);
  self->feed = cvn_row_feed_new (GTK_WIDGET (self), FIRST_ROWS);
  self->first = NULL;
  self->below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->added = cvn_draft_is_new (self->draft);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->rows, (int) cvn_draft_get_kind (self->draft)->n_fields);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->body, "cvn-form");
  if (proposal != NULL)
    gtk_box_append (GTK_BOX (self->body), proposal);
  /* Where the head of the form is left out, the page around it says what clashes. */
  if (g_str_equal (cvn_draft_get_kind (self->draft)->name, "event") && gtk_widget_get_visible (self->head))
    gtk_box_append (GTK_BOX (self->body), cvn_clash_line_new (self->centre, self->draft));
  for (Part part = MAIN; part < N_PARTS; part++)
    gtk_box_append (GTK_BOX (self->body), make_group (self, part));
  self->users = CVN_USERS_SECTION (cvn_users_section_new (self->centre));
  gtk_box_append (GTK_BOX (self->below), GTK_WIDGET (self->users));
  self->history = CVN_HISTORY_SECTION (cvn_history_section_new (self->centre));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->history));
  gtk_box_append (GTK_BOX (self->below), group);
  gtk_box_append (GTK_BOX (self->body), self->below);
  /* An empty box would leave its space at the end of the form of a new record. */
  if (self->added)
    gtk_widget_set_visible (self->below, FALSE);
  else
    cvn_row_feed_add (self->feed, self->below);
  gtk_scrolled_window_set_child (self->scrolled, self->body);
}

/** cvn_record_form_set_draft: edits @draft; NULL for nothing. */
void
cvn_record_form_set_draft (CvnRecordForm *self,
                           CvnDraft      *draft)
{
  if (self->draft == draft)
    return;
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  gtk_scrolled_window_set_child (self->scrolled, NULL);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;
  g_object_get (draft, "seq", &self->seq, NULL);
  build (self);
  g_signal_connect_object (draft, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::seq", G_CALLBACK (stored_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  update_title (self);
  update_actions (self);
  update_sections (self);
}

/** cvn_record_form_get_draft: what is edited, owned by the form, or NULL. */
CvnDraft *
cvn_record_form_get_draft (CvnRecordForm *self)
{
  return self->draft;
}

/** cvn_record_form_leave: takes over what is being typed, as if its row were left. */
void
cvn_record_form_leave (CvnRecordForm *self)
{
  if (cvn_focus_get_inside (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
}

/** cvn_record_form_focus_first: puts the cursor in the first row. */
void
cvn_record_form_focus_first (CvnRecordForm *self)
{
  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}

/** cvn_record_form_focus_field: puts the cursor in the row of the field called @name. */
void
cvn_record_form_focus_field (CvnRecordForm *self,
                             const char    *name)
{
  int field = self->draft != NULL ? cvn_kind_find_field (cvn_draft_get_kind (self->draft), name) : -1;

  if (field < 0)
    return;
  cvn_row_feed_show_all (self->feed);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, field));
}

/** cvn_record_form_set_can_close: whether the form has a button of its own to close it. */
void
cvn_record_form_set_can_close (CvnRecordForm *self,
                               gboolean       can_close)
{
  gtk_widget_set_visible (self->close, can_close);
}

/** cvn_record_form_set_bare: leaves out the head of the form, with its name and its menu, where the page around it has both. */
void
cvn_record_form_set_bare (CvnRecordForm *self,
                          gboolean       bare)
{
  gtk_widget_set_visible (self->head, !bare);
}
