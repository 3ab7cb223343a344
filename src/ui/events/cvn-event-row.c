/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-row"

#include "cvn-event-row.h"

#include "cvn-calendar-text.h"
#include "cvn-kind.h"

#include <glib/gi18n-lib.h>

struct _CvnEventRow
{
  GtkWidget parent_instance;

  GtkWidget *month;
  GtkWidget *line;
  GtkWidget *weekday;
  GtkWidget *day;
  GtkWidget *title;
  GtkWidget *when;
  GtkWidget *people;
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (CvnEventRow, cvn_event_row, GTK_TYPE_WIDGET)

static void
cvn_event_row_dispose (GObject *object)
{
  CvnEventRow *self = CVN_EVENT_ROW (object);

  g_clear_pointer (&self->month, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  G_OBJECT_CLASS (cvn_event_row_parent_class)->dispose (object);
}

static void
cvn_event_row_class_init (CvnEventRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_event_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_label (GtkWidget  *box,
            const char *css_class,
            float       xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
cvn_event_row_init (CvnEventRow *self)
{
  GtkWidget *date = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->month = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->month, "cvn-event-month");
  gtk_widget_set_parent (self->month, GTK_WIDGET (self));
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  self->day = make_label (date, "cvn-event-day", 0.5);
  self->weekday = make_label (date, "caption", 0.5);
  gtk_label_set_width_chars (GTK_LABEL (self->day), 3);
  gtk_widget_set_valign (date, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->line), date);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), head);
  self->title = make_label (head, NULL, 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  self->state = make_label (head, "cvn-partner-chip", 0.5);
  gtk_label_set_ellipsize (GTK_LABEL (self->state), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (self->state, GTK_ALIGN_CENTER);
  self->when = make_label (text, "caption", 0);
  self->people = make_label (text, "caption", 0);
  gtk_widget_add_css_class (self->when, "dim-label");
  gtk_widget_add_css_class (self->people, "dim-label");
  gtk_box_append (GTK_BOX (self->line), text);
}

/** cvn_event_row_new: of no event yet. */
GtkWidget *
cvn_event_row_new (void)
{
  return g_object_new (CVN_TYPE_EVENT_ROW, NULL);
}

/* One word says what is special: the state unless it was held, else how it was organised unless by the centre itself. */
static const char *
find_word (CvnEventItem *item)
{
  const CvnKind   *kind = cvn_kind_find ("event");
  const char      *status = cvn_event_item_get_code (item, "status");
  const char      *field = g_strcmp0 (status, "held") == 0 ? "mode" : "status";
  const CvnChoice *choice;

  if (cvn_event_item_is_announced (item))
    field = "mode";
  choice = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, field)], cvn_event_item_get_code (item, field));
  return choice == NULL || g_strcmp0 (choice->code, "own") == 0 ? NULL : _(choice->label);
}

/** cvn_event_row_set: shows an event; @month is the name of its month above the first one in it, else NULL. */
void
cvn_event_row_set (CvnEventRow  *self,
                   CvnEventItem *item,
                   const char   *month)
{
  CvnDate          first = cvn_event_item_get_first (item);
  g_autofree char *day = g_strdup_printf ("%d", first.day);
  g_autofree char *when = cvn_event_item_dup_when (item);
  g_autofree char *people = cvn_event_item_dup_people (item);
  g_autofree char *line = NULL;
  const char      *where = cvn_event_item_get_location (item);
  const char      *word = find_word (item);

  line = where != NULL ? g_strdup_printf ("%s · %s", when, where) : g_strdup (when);
  gtk_widget_set_visible (self->month, month != NULL);
  gtk_label_set_text (GTK_LABEL (self->month), month != NULL ? month : "");
  gtk_label_set_text (GTK_LABEL (self->weekday), cvn_calendar_get_day_name (cvn_calendar_get_weekday (&first)));
  gtk_label_set_text (GTK_LABEL (self->day), day);
  gtk_label_set_text (GTK_LABEL (self->title), cvn_event_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (self->when), line);
  gtk_label_set_text (GTK_LABEL (self->people), people);
  gtk_widget_set_visible (self->people, *people != '\0');
  gtk_label_set_text (GTK_LABEL (self->state), word != NULL ? word : "");
  gtk_widget_set_visible (self->state, word != NULL);
  if (cvn_event_item_is_cancelled (item))
    gtk_widget_add_css_class (self->state, "doubtful");
  else
    gtk_widget_remove_css_class (self->state, "doubtful");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, cvn_event_item_get_sentence (item), -1);
}
