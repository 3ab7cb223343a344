/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-cost-notice"

#include "cvn-cost-notice.h"

#include "cvn-cost-room.h"
#include "cvn-record.h"

struct _CvnCostNotice
{
  AdwPreferencesRow parent_instance;

  CvnCentre    *centre;
  CvnDraft     *draft; /* NULL when somebody else says what is typed */
  guint         field;
  GtkEditable  *row; /* (weak) in which the cost is typed; NULL as above */
  GtkLabel     *label;
  GCancellable *reading;
  guint         n_frames; /* since it was shown */
};

G_DEFINE_FINAL_TYPE (CvnCostNotice, cvn_cost_notice, ADW_TYPE_PREFERENCES_ROW)

/* Below the last row that is seen it would be out of sight. The first frame gives it its place. */
static gboolean
come_in_sight_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       data)
{
  CvnCostNotice  *self = CVN_COST_NOTICE (widget);
  GtkWidget      *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment  *adjustment;
  graphene_rect_t bounds;
  double          top;

  if (scrolled == NULL || !gtk_widget_get_visible (widget))
    return G_SOURCE_REMOVE;
  if (self->n_frames++ < 2)
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (!gtk_widget_compute_bounds (widget, scrolled, &bounds))
    return G_SOURCE_REMOVE;
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
show_text (CvnCostNotice *self,
           const char    *text)
{
  gboolean was_shown = gtk_widget_get_visible (GTK_WIDGET (self));

  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (text == NULL || was_shown)
    return;
  self->n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), come_in_sight_cb, NULL, NULL);
}

static void
say (CvnCostNotice     *self,
     const CvnCostRoom *room)
{
  g_autofree char *text = room != NULL ? cvn_cost_room_dup_text (room) : NULL;
  gboolean         refused = room != NULL && room->verdict == CVN_BUDGET_REFUSED && room->counts;

  show_text (self, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->label), refused ? "warning" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), refused ? "error" : "warning");
  if (self->row == NULL)
    return;
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else if (cvn_draft_get_error (self->draft, self->field) == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnCostNotice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnCostRoom) room = cvn_cost_room_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    return;
  g_clear_object (&self->reading);
  if (room == NULL)
    g_debug ("The room on the line could not be read: %s", error->message);
  say (self, room);
}

static void
cvn_cost_notice_dispose (GObject *object)
{
  CvnCostNotice *self = CVN_COST_NOTICE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_weak_pointer (&self->row);
  g_clear_object (&self->draft);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_cost_notice_parent_class)->dispose (object);
}

static void
cvn_cost_notice_class_init (CvnCostNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_cost_notice_dispose;
}

static void
cvn_cost_notice_init (CvnCostNotice *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
  g_object_set (self, "activatable", FALSE, "selectable", FALSE, "visible", FALSE, "child", self->label, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-error-row");
}

/** cvn_cost_notice_new: says nothing until it is asked to look. */
GtkWidget *
cvn_cost_notice_new (CvnCentre *centre)
{
  CvnCostNotice *self = g_object_new (CVN_TYPE_COST_NOTICE, NULL);

  self->centre = g_object_ref (centre);
  return GTK_WIDGET (self);
}

/** cvn_cost_notice_look: @record is how it is being typed just now; NULL when there is nothing to look at. */
void
cvn_cost_notice_look (CvnCostNotice *self,
                      CvnRecord     *record)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (record == NULL || self->centre == NULL || !cvn_centre_is_open (self->centre))
    {
      say (self, NULL);
      return;
    }
  self->reading = g_cancellable_new ();
  cvn_cost_room_read_async (self->centre, record, self->reading, read_cb, g_object_ref (self));
}

/* What is in the row need not be in the draft yet. What is wrong has its own sentence. */
static void
look_at_row (CvnCostNotice *self)
{
  const CvnField *field;
  g_auto (CvnValue) value = CVN_VALUE_INIT;
  g_autoptr (CvnRecord) record = NULL;

  /* An answer on its way holds on to the notice, also when its form is gone. */
  if (self->row == NULL)
    return;
  field = &cvn_draft_get_kind (self->draft)->fields[self->field];
  if (cvn_centre_is_read_only (self->centre) || cvn_draft_get_error (self->draft, self->field) != NULL ||
      !cvn_field_parse (field, gtk_editable_get_text (self->row), cvn_interface_language (), &value, NULL) || cvn_value_is_none (&value))
    {
      cvn_cost_notice_look (self, NULL);
      return;
    }
  record = cvn_record_copy (cvn_draft_get_record (self->draft));
  if (cvn_draft_get_stored (self->draft) != NULL)
    cvn_record_set_id (record, cvn_record_get_id (cvn_draft_get_stored (self->draft)));
  cvn_record_set_value (record, self->field, &value);
  cvn_cost_notice_look (self, record);
}

/**
 * cvn_cost_notice_new_for_row:
 * @row: a #GtkEditable in which @field of @draft is typed; beside it the notice will stand
 *
 * Returns: (nullable): the notice; NULL for fields that are no cost of the budget
 */
GtkWidget *
cvn_cost_notice_new_for_row (CvnCentre *centre,
                             CvnDraft  *draft,
                             guint      field,
                             GtkWidget *row)
{
  CvnCostNotice *self;

  if (cvn_cost_room_find_field (cvn_draft_get_kind (draft)) != (int) field)
    return NULL;
  self = CVN_COST_NOTICE (cvn_cost_notice_new (centre));
  self->draft = g_object_ref (draft);
  self->field = field;
  g_set_weak_pointer (&self->row, GTK_EDITABLE (row));
  g_signal_connect_object (row, "changed", G_CALLBACK (look_at_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (look_at_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "changed", G_CALLBACK (look_at_row), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_cost_notice_get_text: what it says, "" when there is nothing to say; owned by the notice. */
const char *
cvn_cost_notice_get_text (CvnCostNotice *self)
{
  return gtk_label_get_label (self->label);
}
