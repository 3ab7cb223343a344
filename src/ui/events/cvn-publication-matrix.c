/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-publication-matrix"

#include "cvn-publication-matrix.h"

#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-event-rule.h"
#include "cvn-figure-set.h"
#include "cvn-guard.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* So many events fit a year of a large centre; a list of more is a task for the register. */
#define MAX_EVENTS 150

struct _CvnPublicationMatrix
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL until somebody looks */
  GtkStack     *stack;
  GtkLabel     *headline;
  GtkDropDown  *filter;
  GtkWidget    *grid;
  GArray       *cells;        /* of Cell */
  char         *wanted_event; /* the cell that is to have the focus */
  char         *wanted_channel;
};

/* A cell: its button, and what it is about; texts are owned by the tables of the figures. */
typedef struct
{
  GtkWidget  *button;
  const char *event;
  const char *channel;
  const char *title;
  gboolean    done;
} Cell;

typedef enum {
  SHOW_ALL,
  SHOW_OPEN,
  SHOW_LATE,
} Show;

static const char *const figure_names[] = { "publication-channels", "publication-events", "publication-cells", NULL };

G_DEFINE_FINAL_TYPE (CvnPublicationMatrix, cvn_publication_matrix, ADW_TYPE_BIN)

static const char *
pick (CvnTable   *table,
      guint       row,
      const char *nl,
      const char *en)
{
  gboolean    dutch = cvn_interface_language () == CVN_LANGUAGE_NL;
  const char *text = cvn_table_get_text (table, row, dutch ? nl : en);

  return text != NULL ? text : cvn_table_get_text (table, row, dutch ? en : nl);
}

/* The row of the publication of an event in a channel, or -1. */
static int
find_cell (CvnTable   *cells,
           const char *event,
           const char *channel)
{
  for (guint i = 0; i < cvn_table_get_n_rows (cells); i++)
    if (g_strcmp0 (cvn_table_get_text (cells, i, "event"), event) == 0 && g_strcmp0 (cvn_table_get_text (cells, i, "channel"), channel) == 0)
      return (int) i;
  return -1;
}

static void
clicked_cb (CvnPublicationMatrix *self,
            GtkWidget            *button)
{
  const Cell *cell = NULL;

  for (guint i = 0; i < self->cells->len && cell == NULL; i++)
    if (g_array_index (self->cells, Cell, i).button == button)
      cell = &g_array_index (self->cells, Cell, i);
  if (cell == NULL || cvn_centre_is_read_only (self->centre))
    return;
  g_free (self->wanted_event);
  g_free (self->wanted_channel);
  self->wanted_event = g_strdup (cell->event);
  self->wanted_channel = g_strdup (cell->channel);
  cvn_event_run_for (GTK_WIDGET (self), self->centre, cell->title,
                     cvn_event_publish_new (cell->event, cell->channel, cell->done ? NULL : cvn_centre_get_today (self->centre)), NULL, NULL);
}

static char *
describe (CvnTable   *cells,
          int         row,
          const char *today,
          char      **mark,
          gboolean   *done,
          gboolean   *late)
{
  const char      *due = row >= 0 ? cvn_table_get_text (cells, (guint) row, "due") : NULL;
  const char      *done_on = row >= 0 ? cvn_table_get_text (cells, (guint) row, "done_on") : NULL;
  g_autofree char *due_text = cvn_event_dup_day (due);
  g_autofree char *done_text = cvn_event_dup_day (done_on);

  *done = done_on != NULL;
  *late = cvn_event_is_late (due, done_on, today);
  if (row < 0)
    {
      *mark = g_strdup ("·");
      return g_strdup (_("not planned"));
    }
  if (*done)
    {
      *mark = g_strdup (*late ? "✓ !" : "✓");
      return g_strdup_printf (*late ? _("published on %1$s, due on %2$s") : _("published on %1$s, in time for %2$s"), done_text, due_text);
    }
  *mark = *late ? g_strdup_printf ("! %s", due_text) : g_strdup (due_text);
  return g_strdup_printf (*late ? _("late: due on %s") : _("due on %s"), due_text);
}

static void
add_cell (CvnPublicationMatrix *self,
          Cell                 *cell,
          const char           *channel_name,
          int                   column,
          int                   row)
{
  CvnTable        *cells = cvn_figure_set_get (self->figures, "publication-cells");
  gboolean         late;
  g_autofree char *mark = NULL;
  g_autofree char *state = describe (cells, find_cell (cells, cell->event, cell->channel), cvn_centre_get_today (self->centre), &mark, &cell->done, &late);
  g_autofree char *sentence = g_strdup_printf ("%s, %s: %s", cell->title, channel_name, state);

  cell->button = gtk_button_new_with_label (mark);
  cvn_guard_widget (cell->button, self->centre, "sensitive");
  gtk_widget_add_css_class (cell->button, "flat");
  gtk_widget_add_css_class (cell->button, "cvn-matrix-cell");
  if (cell->done)
    gtk_widget_add_css_class (cell->button, "done");
  if (late)
    gtk_widget_add_css_class (cell->button, "late");
  cvn_tooltip_set (cell->button, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_signal_connect_object (cell->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self->grid), cell->button, column, row, 1, 1);
  g_array_append_val (self->cells, *cell);
}

/* Whether an event has a cell of the sort that is looked for. */
static gboolean
is_shown (CvnPublicationMatrix *self,
          const char           *event)
{
  CvnTable *cells = cvn_figure_set_get (self->figures, "publication-cells");
  Show      show = (Show) gtk_drop_down_get_selected (self->filter);

  if (show == SHOW_ALL)
    return TRUE;
  for (guint i = 0; i < cvn_table_get_n_rows (cells); i++)
    if (g_strcmp0 (cvn_table_get_text (cells, i, "event"), event) == 0 && cvn_table_get_text (cells, i, "done_on") == NULL &&
        (show == SHOW_OPEN || cvn_event_is_late (cvn_table_get_text (cells, i, "due"), NULL, cvn_centre_get_today (self->centre))))
      return TRUE;
  return FALSE;
}

static GtkWidget *
make_event_button (CvnTable *events,
                   guint     i)
{
  g_autofree char *date = cvn_event_dup_day (cvn_table_get_text (events, i, "date"));
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *title = g_object_new (GTK_TYPE_LABEL, "label", pick (events, i, "label", "label_en"), "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                         "width-chars", 14, "max-width-chars", 34, NULL);
  GtkWidget       *day = g_object_new (GTK_TYPE_LABEL, "label", date, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (day, "caption");
  gtk_widget_add_css_class (day, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), day);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cvn-matrix-event");
  cvn_tooltip_set (button, pick (events, i, "label", "label_en"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "events.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", cvn_table_get_text (events, i, "id"));
  return button;
}

static void
clear (CvnPublicationMatrix *self)
{
  GtkWidget *child;

  g_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static guint
count_late (CvnPublicationMatrix *self)
{
  CvnTable *cells = cvn_figure_set_get (self->figures, "publication-cells");
  guint     n = 0;

  for (guint i = 0; i < cvn_table_get_n_rows (cells); i++)
    n += cvn_table_get_text (cells, i, "done_on") == NULL && cvn_event_is_late (cvn_table_get_text (cells, i, "due"), NULL, cvn_centre_get_today (self->centre));
  return n;
}

static void
fill_headline (CvnPublicationMatrix *self,
               guint                 n_rows)
{
  guint            n_late = count_late (self);
  g_autofree char *text = NULL;

  if (n_rows == 0)
    text = g_strdup (_("No events to show"));
  else if (n_late > 0)
    text = g_strdup_printf (ngettext ("%u publication is late", "%u publications are late", n_late), n_late);
  else
    text = g_strdup (_("Nothing is late"));
  gtk_label_set_text (self->headline, text);
}

static void
focus_wanted (CvnPublicationMatrix *self)
{
  for (guint i = 0; self->wanted_event != NULL && i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (g_strcmp0 (cell->event, self->wanted_event) == 0 && g_strcmp0 (cell->channel, self->wanted_channel) == 0)
        gtk_widget_grab_focus (cell->button);
    }
  g_clear_pointer (&self->wanted_event, g_free);
  g_clear_pointer (&self->wanted_channel, g_free);
}

static void
fill (CvnPublicationMatrix *self)
{
  CvnTable *channels = cvn_figure_set_get (self->figures, "publication-channels");
  CvnTable *events = cvn_figure_set_get (self->figures, "publication-events");
  int       row = 1;

  if (channels == NULL || events == NULL)
    return;
  clear (self);
  gtk_stack_set_visible_child_name (self->stack, cvn_table_get_n_rows (channels) > 0 ? "matrix" : "empty");
  for (guint c = 0; c < cvn_table_get_n_rows (channels); c++)
    {
      GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", pick (channels, c, "name_nl", "name_en"), "wrap", TRUE, "width-chars", 10,
                                      "max-width-chars", 12, "justify", GTK_JUSTIFY_CENTER, "valign", GTK_ALIGN_END, NULL);

      gtk_widget_add_css_class (name, "cvn-matrix-channel");
      gtk_grid_attach (GTK_GRID (self->grid), name, (int) c + 1, 0, 1, 1);
    }
  for (guint e = 0; e < cvn_table_get_n_rows (events) && row <= MAX_EVENTS; e++)
    {
      if (!is_shown (self, cvn_table_get_text (events, e, "id")))
        continue;
      gtk_grid_attach (GTK_GRID (self->grid), make_event_button (events, e), 0, row, 1, 1);
      for (guint c = 0; c < cvn_table_get_n_rows (channels); c++)
        {
          Cell cell = { NULL, cvn_table_get_text (events, e, "id"), cvn_table_get_text (channels, c, "id"), pick (events, e, "label", "label_en"), FALSE };

          add_cell (self, &cell, pick (channels, c, "name_nl", "name_en"), (int) c + 1, row);
        }
      row++;
    }
  fill_headline (self, (guint) row - 1);
  focus_wanted (self);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnPublicationMatrix *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

static void
filtered_cb (CvnPublicationMatrix *self)
{
  if (self->figures != NULL)
    fill (self);
}

static void
cvn_publication_matrix_dispose (GObject *object)
{
  CvnPublicationMatrix *self = CVN_PUBLICATION_MATRIX (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_publication_matrix_parent_class)->dispose (object);
}

static void
cvn_publication_matrix_finalize (GObject *object)
{
  CvnPublicationMatrix *self = CVN_PUBLICATION_MATRIX (object);

  g_array_unref (self->cells);
  g_free (self->wanted_event);
  g_free (self->wanted_channel);
  G_OBJECT_CLASS (cvn_publication_matrix_parent_class)->finalize (object);
}

static void
cvn_publication_matrix_class_init (CvnPublicationMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_publication_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_publication_matrix_finalize;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "mail-send-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Channels for Events Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Fill in “Days before an event” with the channels in which events are published, under Registers: each gets a column here."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static GtkWidget *
make_bar (CvnPublicationMatrix *self)
{
  const char *shows[] = { _("All events"), _("Still to do"), _("Late"), NULL };
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->headline = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), "heading");
  self->filter = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (shows));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which events are listed"), -1);
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (filtered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->headline));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter));
  return box;
}

static void
cvn_publication_matrix_init (CvnPublicationMatrix *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->grid = gtk_grid_new ();
  gtk_widget_set_halign (self->grid, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->grid, "cvn-matrix");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (box, "cvn-parties");
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, box, "matrix");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/** cvn_publication_matrix_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_publication_matrix_new (CvnCentre *centre)
{
  CvnPublicationMatrix *self = g_object_new (CVN_TYPE_PUBLICATION_MATRIX, NULL);

  self->centre = g_object_ref (centre);
  return GTK_WIDGET (self);
}
