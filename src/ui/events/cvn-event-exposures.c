/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-exposures"

#include "cvn-change-words.h"
#include "cvn-event-parts.h"
#include "cvn-event-sections.h"
#include "cvn-figure-set.h"
#include "cvn-shown-dialog.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* The partners that were shown at one event or in the messages about it. */
#define CVN_TYPE_EVENT_EXPOSURES (cvn_event_exposures_get_type ())
G_DECLARE_FINAL_TYPE (CvnEventExposures, cvn_event_exposures, CVN, EVENT_EXPOSURES, AdwBin)

struct _CvnEventExposures
{
  AdwBin parent_instance;

  CvnEventSheet *sheet;
  CvnFigureSet  *figures; /* NULL before an event is shown */
  GtkWidget     *list;
  GtkWidget     *detail;
  GtkWidget     *add;
};

static const char *const figure_names[] = { "event-exposures", "open-benefits", NULL };

G_DEFINE_FINAL_TYPE (CvnEventExposures, cvn_event_exposures, ADW_TYPE_BIN)

static void
open_cb (CvnEventExposures *self,
         GtkListBoxRow     *row)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "event-exposures");
  guint     place = (guint) gtk_list_box_row_get_index (row);

  if (place < cvn_table_get_n_rows (table))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "exposure", cvn_table_get_text (table, place, "id"));
}

static void
add_cb (CvnEventExposures *self)
{
  gtk_window_present (GTK_WINDOW (cvn_shown_dialog_new (GTK_WIDGET (self), self->sheet, cvn_figure_set_get (self->figures, "open-benefits"))));
}

static char *
describe (CvnTable *table,
          guint     row)
{
  gboolean         english = cvn_interface_language () == CVN_LANGUAGE_EN;
  const char      *channel = cvn_table_get_text (table, row, english ? "channel_en" : "channel");
  const char      *item = cvn_table_get_text (table, row, "item");
  g_autofree char *day = cvn_table_words_dup_day (table, row, "date");
  GString         *text = g_string_new (cvn_table_get_text (table, row, english ? "title_en" : "title"));

  g_string_append_printf (text, " · %s", day);
  if (channel != NULL)
    g_string_append_printf (text, " · %s", channel);
  if (item != NULL)
    g_string_append_printf (text, " · %s", item);
  return g_string_free (text, FALSE);
}

static void
add_row (CvnEventExposures *self,
         CvnTable          *table,
         guint              i)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *detail = describe (table, i);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cvn_table_words_get_label (table, i));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
changed_cb (CvnEventExposures *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "event-exposures");
  CvnTable *open = cvn_figure_set_get (self->figures, "open-benefits");

  cvn_event_clear_list (self->list);
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    add_row (self, table, row);
  if (cvn_table_get_n_rows (table) == 0)
    cvn_event_add_nothing (self->list, _("No partner was shown yet."));
  gtk_widget_set_sensitive (self->add, cvn_table_get_n_rows (open) > 0 && !cvn_event_is_read_only (self->sheet));
  cvn_tooltip_set (self->add, cvn_table_get_n_rows (open) > 0 ? NULL : _("Nothing is open of what partners were promised for the year of this event"));
}

static void
show_event (CvnEventExposures *self)
{
  if (self->figures == NULL)
    {
      self->figures = cvn_figure_set_new (cvn_event_sheet_get_centre (self->sheet), figure_names);
      g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  cvn_figure_set_set_record (self->figures, cvn_event_sheet_get_id (self->sheet));
}

/* Nothing is read for a part that nobody looks at. */
static void
sheet_changed_cb (CvnEventExposures *self)
{
  if (cvn_event_sheet_get_record (self->sheet) != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_event (self);
}

static void
cvn_event_exposures_dispose (GObject *object)
{
  CvnEventExposures *self = CVN_EVENT_EXPOSURES (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (cvn_event_exposures_parent_class)->dispose (object);
}

static void
cvn_event_exposures_class_init (CvnEventExposuresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_event_exposures_dispose;
}

static void
cvn_event_exposures_init (CvnEventExposures *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), cvn_event_section_new (_("Partners Shown"), &self->list, &self->detail));
  gtk_label_set_text (GTK_LABEL (self->detail), _("What partners were promised and got here; it counts in the partner programme."));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  self->add = gtk_button_new_with_mnemonic (_("Add _Partner Shown…"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->add, FALSE);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->add);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** cvn_event_exposures_new: the partners that the event of @sheet showed. */
GtkWidget *
cvn_event_exposures_new (CvnEventSheet *sheet)
{
  CvnEventExposures *self = g_object_new (CVN_TYPE_EVENT_EXPOSURES, NULL);

  self->sheet = g_object_ref (sheet);
  g_signal_connect_object (sheet, "changed", G_CALLBACK (sheet_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (sheet_changed_cb), NULL);
  return GTK_WIDGET (self);
}
