/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-calendar-filter"

#include "cvn-calendar-filter.h"

#include "cvn-code-name.h"
#include "cvn-kind.h"
#include "cvn-tooltip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static const struct
{
  const char *field;
  const char *title;
} filters[] = {
  { "mode", N_("Organised") },
  { "status", N_("Status") },
  { "life_stage", N_("Life stage") },
  { "audience", N_("Meant for") },
  { "axis", N_("Axis of the vision") },
};

#define N_FILTERS G_N_ELEMENTS (filters)

typedef struct
{
  CvnEventCalendar *calendar;
  GtkWidget        *button;
  GtkListBox       *list; /* has no rows before they are first asked for */
  GtkDropDown      *choices[N_FILTERS];
  GStrv             codes[N_FILTERS]; /* behind the choices, from the second one on */
  gboolean          filling;
} Filter;

static void
filter_free (gpointer  data,
             GClosure *closure)
{
  Filter *filter = data;

  for (guint i = 0; i < N_FILTERS; i++)
    g_strfreev (filter->codes[i]);
  g_object_unref (filter->calendar);
  g_free (filter);
}

/* What records name, in their order, and codes of events that nobody has named. */
static void
list_names (Filter         *filter,
            const CvnField *field,
            GStrvBuilder   *codes,
            GtkStringList  *words)
{
  g_autoptr (GPtrArray) names = cvn_centre_list_names (cvn_event_calendar_get_centre (filter->calendar), field);
  g_autoptr (GPtrArray) used = cvn_event_calendar_list_codes (filter->calendar, field->name);

  for (guint i = 0; i < names->len; i++)
    {
      const CvnCodeName *name = names->pdata[i];

      g_strv_builder_add (codes, name->code);
      gtk_string_list_append (words, cvn_code_name_get (name, cvn_interface_language ()));
    }
  for (guint i = 0; i < used->len; i++)
    if (cvn_code_names_find (names, used->pdata[i]) == NULL)
      {
        g_strv_builder_add (codes, used->pdata[i]);
        gtk_string_list_append (words, used->pdata[i]);
      }
}

static void
list_codes (Filter        *filter,
            guint          i,
            GStrvBuilder  *codes,
            GtkStringList *words)
{
  const CvnKind  *kind = cvn_kind_find ("event");
  const CvnField *field = &kind->fields[cvn_kind_find_field (kind, filters[i].field)];

  if (field->named_by != NULL)
    {
      list_names (filter, field, codes, words);
      return;
    }
  for (const CvnChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    {
      g_strv_builder_add (codes, choice->code);
      gtk_string_list_append (words, _(choice->label));
    }
}

static void
fill_choice (Filter *filter,
             guint   i)
{
  const char *all[] = { _("All"), NULL };
  g_autoptr (GtkStringList) words = gtk_string_list_new (all);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *chosen = cvn_event_calendar_get_filter (filter->calendar, filters[i].field);
  guint       selected = 0;

  list_codes (filter, i, builder, words);
  g_strfreev (filter->codes[i]);
  filter->codes[i] = g_strv_builder_end (builder);
  for (guint c = 0; chosen != NULL && filter->codes[i][c] != NULL; c++)
    if (g_str_equal (filter->codes[i][c], chosen))
      selected = c + 1;
  gtk_drop_down_set_model (filter->choices[i], G_LIST_MODEL (words));
  gtk_drop_down_set_selected (filter->choices[i], selected);
}

/* Axes and stages are records: they are looked up when somebody wants to choose. */
static void
shown_cb (GtkWidget *popover,
          Filter    *filter)
{
  filter->filling = TRUE;
  for (guint i = 0; i < N_FILTERS; i++)
    fill_choice (filter, i);
  filter->filling = FALSE;
}

static void
chosen_cb (GtkDropDown *choice,
           GParamSpec  *pspec,
           Filter      *filter)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (filter->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = 0; i < N_FILTERS; i++)
    if (filter->choices[i] == choice)
      cvn_event_calendar_set_filter (filter->calendar, filters[i].field, selected == 0 ? NULL : filter->codes[i][selected - 1]);
}

static void
changed_cb (CvnEventCalendar *calendar,
            GtkWidget        *button)
{
  if (cvn_event_calendar_has_filter (calendar))
    gtk_widget_add_css_class (button, "accent");
  else
    gtk_widget_remove_css_class (button, "accent");
}

static GtkWidget *
make_row (Filter *filter,
          guint   i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  filter->choices[i] = GTK_DROP_DOWN (choice);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(filters[i].title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _(filters[i].title), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (chosen_cb), filter);
  return row;
}

/* A drop-down takes milliseconds to make, which opening a page does not wait for: most people never filter. */
static void
opened_cb (GtkMenuButton *button,
           gpointer       data)
{
  Filter *filter = data;

  if (filter->choices[0] != NULL)
    return;
  for (guint i = 0; i < N_FILTERS; i++)
    gtk_list_box_append (filter->list, make_row (filter, i));
}

static GtkWidget *
make_popover (Filter *filter)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *clear = gtk_button_new_with_label (_("Show All Events"));

  filter->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (filter->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (filter->list), "boxed-list");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "calendar.clear-filters");
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  gtk_widget_add_css_class (box, "cvn-filter");
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (filter->list));
  gtk_box_append (GTK_BOX (box), clear);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_data (popover, "show", G_CALLBACK (shown_cb), filter, filter_free, 0);
  return popover;
}

/** cvn_calendar_filter_new: a button that opens the filters of @calendar. */
GtkWidget *
cvn_calendar_filter_new (CvnEventCalendar *calendar)
{
  Filter    *filter = g_new0 (Filter, 1);
  GtkWidget *button = gtk_menu_button_new ();

  filter->calendar = g_object_ref (calendar);
  filter->button = button;
  g_signal_connect_object (calendar, "changed", G_CALLBACK (changed_cb), button, 0);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (filter));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), opened_cb, filter, NULL);
  /* A window that was destroyed while these were open was seen to stay in memory; closed before that, it goes. */
  g_signal_connect (button, "unmap", G_CALLBACK (gtk_menu_button_popdown), NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "cvn-filter-symbolic");
  cvn_tooltip_set (button, _("Filter Events"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter Events"), -1);
  return button;
}
