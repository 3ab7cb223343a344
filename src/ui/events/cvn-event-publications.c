/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-publications"

#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-event-rule.h"
#include "cvn-event-sections.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* Where one event is made known: a row for each channel, ticked when it is done. */
#define CVN_TYPE_EVENT_PUBLICATIONS (cvn_event_publications_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventPublications, cvn_event_publications, CVN, EVENT_PUBLICATIONS, AdwBin)

struct _CvnEventPublications
{
  AdwBin parent_instance;

  CvnEventSheet *sheet;
  GtkWidget     *list;
  GtkWidget     *detail;
  GtkWidget     *plan;
  GtkWidget     *box;
  GPtrArray     *channels; /* ids, in the order of the rows */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (CvnEventPublications, cvn_event_publications, ADW_TYPE_BIN)

static void
toggled_cb (CvnEventPublications *self,
            GtkCheckButton       *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);
  int        place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  CvnCentre *centre = cvn_event_sheet_get_centre (self->sheet);

  if (self->filling || place < 0 || place >= (int) self->channels->len)
    return;
  cvn_event_run (GTK_WIDGET (self), self->sheet,
                 cvn_event_publish_new (cvn_event_sheet_get_id (self->sheet), self->channels->pdata[place],
                                        gtk_check_button_get_active (check) ? cvn_centre_get_today (centre) : NULL),
                 NULL, NULL);
}

static void
plan_cb (CvnEventPublications *self)
{
  cvn_event_run (GTK_WIDGET (self), self->sheet, cvn_event_plan_publications_new (cvn_event_sheet_get_id (self->sheet)), _("Publications planned"), NULL);
}

static void
open_cb (CvnEventPublications *self,
         GtkListBoxRow        *row)
{
  int        place = gtk_list_box_row_get_index (row);
  CvnRecord *publication = place < (int) self->channels->len ? cvn_event_sheet_find_publication (self->sheet, self->channels->pdata[place]) : NULL;

  if (publication != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "event_publication", cvn_record_get_id (publication));
}

static char *
describe (CvnRecord  *publication,
          const char *today,
          gboolean   *is_late)
{
  const char      *due = cvn_record_get_text (publication, "due");
  const char      *done = cvn_record_get_text (publication, "done_on");
  g_autofree char *due_text = cvn_event_dup_day (due);
  g_autofree char *done_text = cvn_event_dup_day (done);

  *is_late = cvn_event_is_late (due, done, today);
  if (done != NULL)
    return g_strdup_printf (*is_late ? _("published on %1$s, due on %2$s") : _("published on %1$s, in time for %2$s"), done_text, due_text);
  return g_strdup_printf (*is_late ? _("late: due on %s") : _("due on %s"), due_text);
}

static void
add_row (CvnEventPublications *self,
         CvnTable             *channels,
         guint                 i)
{
  gboolean         dutch = cvn_interface_language () == CVN_LANGUAGE_NL;
  const char      *name = cvn_table_get_text (channels, i, dutch ? "name_nl" : "name_en");
  CvnRecord       *publication = cvn_event_sheet_find_publication (self->sheet, cvn_table_get_text (channels, i, "id"));
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  gboolean         is_late = FALSE;
  g_autofree char *detail = publication != NULL ? describe (publication, cvn_centre_get_today (cvn_event_sheet_get_centre (self->sheet)), &is_late)
                                                : g_strdup (_("not planned"));

  if (name == NULL)
    name = cvn_table_get_text (channels, i, dutch ? "name_en" : "name_nl");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), publication != NULL && cvn_record_has (publication, "done_on"));
  gtk_widget_set_sensitive (check, !cvn_event_is_read_only (self->sheet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), publication != NULL);
  if (is_late)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      cvn_tooltip_set (icon, _("Late"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->channels, g_strdup (cvn_table_get_text (channels, i, "id")));
}

/* The row that had the focus has it again. */
static void
changed_cb (CvnEventPublications *self)
{
  CvnTable      *channels = cvn_event_sheet_get_table (self->sheet, "publication-channels");
  GtkWidget     *focus = gtk_widget_get_focus_child (self->list);
  int            place = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkListBoxRow *row;

  self->filling = TRUE;
  cvn_event_clear_list (self->list);
  g_ptr_array_set_size (self->channels, 0);
  for (guint i = 0; i < cvn_table_get_n_rows (channels); i++)
    add_row (self, channels, i);
  if (cvn_table_get_n_rows (channels) == 0)
    cvn_event_add_nothing (self->list, _("No channel has a lead time yet. Fill in “Days before an event” with your channels under Registers."));
  row = place >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place) : NULL;
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->plan, cvn_table_get_n_rows (channels) > 0 && !cvn_event_is_read_only (self->sheet));
  self->filling = FALSE;
}

static void
cvn_event_publications_dispose (GObject *object)
{
  g_clear_object (&CVN_EVENT_PUBLICATIONS (object)->sheet);
  G_OBJECT_CLASS (cvn_event_publications_parent_class)->dispose (object);
}

static void
cvn_event_publications_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_EVENT_PUBLICATIONS (object)->channels);
  G_OBJECT_CLASS (cvn_event_publications_parent_class)->finalize (object);
}

static void
cvn_event_publications_class_init (CvnEventPublicationsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_event_publications_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_event_publications_finalize;
}

static void
cvn_event_publications_init (CvnEventPublications *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->box = box;
  self->channels = g_ptr_array_new_with_free_func (g_free);
  gtk_box_append (GTK_BOX (box), cvn_event_section_new (_("Publications"), &self->list, &self->detail));
  gtk_label_set_text (GTK_LABEL (self->detail), _("Tick a channel when the event is to be seen there."));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  cvn_event_tick_by_space (self->list);
  self->plan = gtk_button_new_with_label (_("Plan All Channels"));
  cvn_tooltip_set (self->plan, _("In every channel with a lead time, so many days before the event"));
  gtk_widget_set_halign (self->plan, GTK_ALIGN_START);
  g_signal_connect_object (self->plan, "clicked", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->plan);
  adw_bin_set_child (ADW_BIN (self), cvn_event_page_new (box));
}

/** cvn_event_publications_new: where the event of @sheet is made known. */
GtkWidget *
cvn_event_publications_new (CvnEventSheet *sheet)
{
  CvnEventPublications *self = g_object_new (CVN_TYPE_EVENT_PUBLICATIONS, NULL);

  self->sheet = g_object_ref (sheet);
  gtk_box_append (GTK_BOX (self->box), cvn_event_exposures_new (sheet));
  cvn_event_follow (GTK_WIDGET (self), sheet, G_CALLBACK (changed_cb));
  return GTK_WIDGET (self);
}
