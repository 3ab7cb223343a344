/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-tasks-view"

#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-event-rule.h"
#include "cvn-event-sections.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* What has to be done for one event, in an order that Ctrl with Up and Down changes. */
#define CVN_TYPE_EVENT_TASKS (cvn_event_tasks_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventTasks, cvn_event_tasks, CVN, EVENT_TASKS, AdwBin)

struct _CvnEventTasks
{
  AdwBin parent_instance;

  CvnEventSheet *sheet;
  GtkWidget     *list;
  GtkWidget     *detail;
  GtkWidget     *title;
  GtkWidget     *due;
  GtkWidget     *add;
  GtkLabel      *error;
  GPtrArray     *ids;
  char          *wanted; /* the task that is to have the focus */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (CvnEventTasks, cvn_event_tasks, ADW_TYPE_BIN)

static const char *
get_id (CvnEventTasks *self,
        GtkWidget     *row)
{
  int place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  return place >= 0 && place < (int) self->ids->len ? self->ids->pdata[place] : NULL;
}

static void
toggled_cb (CvnEventTasks  *self,
            GtkCheckButton *check)
{
  const char *id = get_id (self, gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW));
  const char *today = cvn_centre_get_today (cvn_event_sheet_get_centre (self->sheet));

  if (self->filling || id == NULL)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_task_finish_new (id, gtk_check_button_get_active (check) ? today : NULL), NULL, NULL);
}

static void
open_cb (CvnEventTasks *self,
         GtkListBoxRow *row)
{
  const char *id = get_id (self, GTK_WIDGET (row));

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "task", id);
}

static char *
describe (CvnRecord *task)
{
  g_autofree char *due = cvn_event_dup_day (cvn_record_get_text (task, "due"));
  g_autofree char *done = cvn_event_dup_day (cvn_record_get_text (task, "done_on"));
  g_autofree char *when = NULL;
  const char      *owner = cvn_record_get_text (task, "owner_role");

  if (*done != '\0')
    when = g_strdup_printf (_("done on %s"), done);
  else if (*due != '\0')
    when = g_strdup_printf (_("due on %s"), due);
  else
    when = g_strdup (_("no date"));
  return owner != NULL ? g_strdup_printf ("%s · %s", when, owner) : g_steal_pointer (&when);
}

static void
add_row (CvnEventTasks *self,
         CvnRecord     *task)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  g_autofree char *detail = describe (task);
  const char      *title = cvn_record_get_text (task, "title");
  const char      *today = cvn_centre_get_today (cvn_event_sheet_get_centre (self->sheet));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), cvn_record_has (task, "done_on"));
  gtk_widget_set_sensitive (check, !cvn_event_is_read_only (self->sheet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (!cvn_record_has (task, "done_on") && cvn_event_is_late (cvn_record_get_text (task, "due"), NULL, today))
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      cvn_tooltip_set (icon, _("Late"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->ids, g_strdup (cvn_record_get_id (task)));
}

static void
changed_cb (CvnEventTasks *self)
{
  GPtrArray *tasks = cvn_event_sheet_get_parts (self->sheet, "task");

  self->filling = TRUE;
  cvn_event_clear_list (self->list);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < tasks->len; i++)
    add_row (self, tasks->pdata[i]);
  if (tasks->len == 0)
    cvn_event_add_nothing (self->list, _("Nothing has to be done yet."));
  for (guint i = 0; self->wanted != NULL && i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], self->wanted) == 0)
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)));
  g_clear_pointer (&self->wanted, g_free);
  gtk_widget_set_visible (self->add, !cvn_event_is_read_only (self->sheet));
  self->filling = FALSE;
}

static gboolean
key_cb (CvnEventTasks  *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  const char     *id = get_id (self, gtk_widget_get_focus_child (self->list));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (id == NULL || modifiers != GDK_CONTROL_MASK || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down) || cvn_event_is_read_only (self->sheet))
    return FALSE;
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_task_move_new (id, keyval == GDK_KEY_Down ? 1 : -1), NULL, NULL);
  return TRUE;
}

static void
show_error (CvnEventTasks *self,
            const char    *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
refused_cb (GtkWidget  *view,
            const char *message,
            const char *field)
{
  show_error (CVN_EVENT_TASKS (view), message);
}

static void
add_cb (CvnEventTasks *self)
{
  g_autoptr (CvnRecord) task = cvn_record_new (cvn_kind_find ("task"));
  g_autoptr (GError) error = NULL;
  const char      *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  const char      *due = gtk_editable_get_text (GTK_EDITABLE (self->due));
  g_autofree char *iso = NULL;
  CvnDate          day;

  show_error (self, NULL);
  if (*title == '\0' || !cvn_event_sheet_is_loaded (self->sheet))
    {
      gtk_widget_grab_focus (self->title);
      return;
    }
  if (*due != '\0' && !cvn_date_parse (due, cvn_interface_language (), &day, &error))
    {
      show_error (self, error->message);
      gtk_widget_grab_focus (self->due);
      return;
    }
  iso = *due != '\0' ? cvn_date_to_iso (&day) : NULL;
  cvn_record_set_text (task, "title", title);
  cvn_record_set_text (task, "due", iso);
  cvn_record_set_text (task, "event", cvn_event_sheet_get_id (self->sheet));
  cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_task_add_new (task), NULL, refused_cb);
  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
  gtk_editable_set_text (GTK_EDITABLE (self->due), "");
  gtk_widget_grab_focus (self->title);
}

static void
cvn_event_tasks_dispose (GObject *object)
{
  g_clear_object (&CVN_EVENT_TASKS (object)->sheet);
  G_OBJECT_CLASS (cvn_event_tasks_parent_class)->dispose (object);
}

static void
cvn_event_tasks_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_EVENT_TASKS (object)->ids);
  g_free (CVN_EVENT_TASKS (object)->wanted);
  G_OBJECT_CLASS (cvn_event_tasks_parent_class)->finalize (object);
}

static void
cvn_event_tasks_class_init (CvnEventTasksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_event_tasks_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_event_tasks_finalize;
}

static GtkWidget *
make_add (CvnEventTasks *self)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Task"));

  self->title = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _("What has to be done"), "hexpand", TRUE, "width-chars", 18, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What has to be done"), -1);
  self->due = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _("Due on"), "width-chars", 11, "max-width-chars", 14, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Due on"), -1);
  gtk_box_append (GTK_BOX (line), self->due);
  gtk_box_append (GTK_BOX (line), button);
  g_signal_connect_object (self->title, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->due, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), self->title);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), line);
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  return flow;
}

static void
cvn_event_tasks_init (CvnEventTasks *self)
{
  GtkWidget          *box = cvn_event_section_new (_("Tasks"), &self->list, &self->detail);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_label_set_text (GTK_LABEL (self->detail), _("Ctrl with Up or Down moves a task. When the event moves, the days of open tasks move with it."));
  self->add = make_add (self);
  gtk_widget_insert_before (self->add, box, self->list);
  self->error = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_insert_before (GTK_WIDGET (self->error), box, self->list);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  cvn_event_tick_by_space (self->list);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  adw_bin_set_child (ADW_BIN (self), cvn_event_page_new (box));
}

/** cvn_event_tasks_new: what has to be done for the event of @sheet. */
GtkWidget *
cvn_event_tasks_new (CvnEventSheet *sheet)
{
  CvnEventTasks *self = g_object_new (CVN_TYPE_EVENT_TASKS, NULL);

  self->sheet = g_object_ref (sheet);
  cvn_event_follow (GTK_WIDGET (self), sheet, G_CALLBACK (changed_cb));
  return GTK_WIDGET (self);
}
