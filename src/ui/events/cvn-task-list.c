/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-task-list"

#include "cvn-task-list.h"

#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-event-rule.h"
#include "cvn-figure-set.h"
#include "cvn-guard.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* Enough for whoever does them; the register has all. */
#define MAX_ROWS 200

struct _CvnTaskList
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL until somebody looks */
  GtkWidget    *list;
  GtkWidget    *headline;
  gboolean      filling;
};

static const char *const figure_names[] = { "open-tasks", NULL };

G_DEFINE_FINAL_TYPE (CvnTaskList, cvn_task_list, ADW_TYPE_BIN)

static CvnTable *
get_tasks (CvnTaskList *self)
{
  return cvn_figure_set_get (self->figures, "open-tasks");
}

static int
find_place (GtkWidget *widget)
{
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW)));
}

static void
toggled_cb (CvnTaskList    *self,
            GtkCheckButton *check)
{
  int         place = find_place (GTK_WIDGET (check));
  const char *today = cvn_centre_get_today (self->centre);

  if (self->filling || place < 0 || place >= (int) cvn_table_get_n_rows (get_tasks (self)))
    return;
  cvn_event_run_for (GTK_WIDGET (self), self->centre, cvn_table_get_text (get_tasks (self), (guint) place, "label"),
                     cvn_task_finish_new (cvn_table_get_text (get_tasks (self), (guint) place, "id"), gtk_check_button_get_active (check) ? today : NULL),
                     gtk_check_button_get_active (check) ? _("Done") : NULL, NULL);
}

static void
activated_cb (CvnTaskList   *self,
              GtkListBoxRow *row)
{
  guint place = (guint) gtk_list_box_row_get_index (row);

  if (place < cvn_table_get_n_rows (get_tasks (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "task", cvn_table_get_text (get_tasks (self), place, "id"));
}

static char *
describe (CvnTable *tasks,
          guint     i)
{
  gboolean         dutch = cvn_interface_language () == CVN_LANGUAGE_NL;
  g_autofree char *due = cvn_event_dup_day (cvn_table_get_text (tasks, i, "date"));
  g_autofree char *done = cvn_event_dup_day (cvn_table_get_text (tasks, i, "done_on"));
  GString         *text = g_string_new (NULL);
  const char      *words[] = { cvn_table_get_text (tasks, i, "owner_role"), cvn_table_get_text (tasks, i, dutch ? "event_nl" : "event_en") };

  if (*done != '\0')
    g_string_append_printf (text, _("done on %s"), done);
  else if (*due != '\0')
    g_string_append_printf (text, _("due on %s"), due);
  else
    g_string_append (text, _("no date"));
  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    if (words[w] != NULL)
      g_string_append_printf (text, " · %s", words[w]);
  return g_string_free (text, FALSE);
}

/* Returns: whether it is late. */
static gboolean
add_task (CvnTaskList *self,
          CvnTable    *tasks,
          guint        i)
{
  const char      *title = cvn_table_get_text (tasks, i, "label");
  const char      *done = cvn_table_get_text (tasks, i, "done_on");
  gboolean         late = done == NULL && cvn_event_is_late (cvn_table_get_text (tasks, i, "date"), NULL, cvn_centre_get_today (self->centre));
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  g_autofree char *detail = describe (tasks, i);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done != NULL);
  cvn_guard_widget (check, self->centre, "sensitive");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (late)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      cvn_tooltip_set (icon, _("Late"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  return late;
}

static void
changed_cb (CvnTaskList *self)
{
  CvnTable        *tasks = get_tasks (self);
  guint            n_late = 0;
  g_autofree char *text = NULL;

  self->filling = TRUE;
  cvn_event_clear_list (self->list);
  for (guint i = 0; i < cvn_table_get_n_rows (tasks) && i < MAX_ROWS; i++)
    n_late += add_task (self, tasks, i);
  self->filling = FALSE;
  if (cvn_table_get_n_rows (tasks) == 0)
    cvn_event_add_nothing (self->list, _("Nothing has to be done. Add tasks here with Ctrl+N, or on the page of an event."));
  text = n_late > 0 ? g_strdup_printf (ngettext ("%u task is late", "%u tasks are late", n_late), n_late) : g_strdup (_("Nothing is late"));
  gtk_label_set_text (GTK_LABEL (self->headline), text);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnTaskList *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_task_list_dispose (GObject *object)
{
  CvnTaskList *self = CVN_TASK_LIST (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_task_list_parent_class)->dispose (object);
}

static void
cvn_task_list_class_init (CvnTaskListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_task_list_dispose;
}

static void
cvn_task_list_init (CvnTaskList *self)
{
  GtkWidget *box = cvn_event_section_new (_("Tasks"), &self->list, &self->headline);

  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  cvn_event_tick_by_space (self->list);
  adw_bin_set_child (ADW_BIN (self), cvn_event_page_new (box));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/** cvn_task_list_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_task_list_new (CvnCentre *centre)
{
  CvnTaskList *self = g_object_new (CVN_TYPE_TASK_LIST, NULL);

  self->centre = g_object_ref (centre);
  return GTK_WIDGET (self);
}
