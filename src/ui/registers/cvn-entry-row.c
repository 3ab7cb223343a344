/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-entry-row"

#include "cvn-entry-row.h"

#include "cvn-date.h"
#include "cvn-field-row.h"
#include "cvn-record.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CvnEntryRow
{
  AdwEntryRow parent_instance;

  CvnDraft      *draft;
  guint          field;
  GtkMenuButton *calendar; /* NULL where there is no day to pick */
};

G_DEFINE_FINAL_TYPE (CvnEntryRow, cvn_entry_row, ADW_TYPE_ENTRY_ROW)

static const CvnField *
get_field (CvnEntryRow *self)
{
  return &cvn_draft_get_kind (self->draft)->fields[self->field];
}

static void
show_value (CvnEntryRow *self)
{
  g_autofree char *text = cvn_draft_dup_text (self->draft, self->field);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  cvn_field_row_mark (GTK_WIDGET (self), self->draft, self->field);
}

static void
field_changed_cb (CvnEntryRow *self,
                  guint        field)
{
  if (field == self->field)
    show_value (self);
}

static void
commit (CvnEntryRow *self)
{
  g_autofree char *before = cvn_draft_dup_text (self->draft, self->field);
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (g_str_equal (before, text))
    return;
  cvn_draft_set_text (self->draft, self->field, text);
  cvn_draft_save (self->draft);
}

/* A wrong entry is looked at again while it is mended. */
static void
changed_cb (CvnEntryRow *self)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *before = cvn_draft_dup_text (self->draft, self->field);

  if (cvn_draft_get_error (self->draft, self->field) != NULL && !g_str_equal (before, text))
    {
      g_autofree char *typed = g_strdup (text);

      g_signal_handlers_block_by_func (self->draft, field_changed_cb, self);
      cvn_draft_set_text (self->draft, self->field, typed);
      g_signal_handlers_unblock_by_func (self->draft, field_changed_cb, self);
      cvn_field_row_mark (GTK_WIDGET (self), self->draft, self->field);
    }
}

static void
day_selected_cb (CvnEntryRow *self,
                 GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  const char      *before = cvn_record_get_value (cvn_draft_get_record (self->draft), self->field)->text;
  const char      *time = before != NULL ? strchr (before, 'T') : NULL;
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  /* Another day at the same hour. */
  cvn_value_take_text (&value, get_field (self)->type == CVN_FIELD_LOCAL_TIME && time != NULL ? g_strconcat (iso, time, NULL) : g_strdup (iso));
  cvn_draft_set_value (self->draft, self->field, &value);
  cvn_draft_save (self->draft);
  gtk_menu_button_popdown (self->calendar);
}

static void
select_day (CvnEntryRow *self,
            GtkCalendar *calendar)
{
  const char      *text = cvn_record_get_value (cvn_draft_get_record (self->draft), self->field)->text;
  g_autofree char *iso = text != NULL ? g_strndup (text, 10) : NULL;
  g_autoptr (GDateTime) day = NULL;
  CvnDate date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return;
  date = cvn_date_first (&date);
  day = g_date_time_new_local (date.year, date.month, date.day, 12, 0, 0);
  gtk_calendar_select_day (calendar, day);
}

/* Made when it is asked for: a form has several dates, and a calendar is made of fifty labels. */
static void
create_calendar (GtkMenuButton *button,
                 gpointer       data)
{
  CvnEntryRow *self = data;
  GtkWidget   *popover = gtk_popover_new ();
  GtkWidget   *calendar = gtk_calendar_new ();

  select_day (self, GTK_CALENDAR (calendar));
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (button, popover);
}

static void
add_calendar (CvnEntryRow *self)
{
  CvnFieldType type = get_field (self)->type;

  if (type != CVN_FIELD_DATE && type != CVN_FIELD_PARTIAL_DATE && type != CVN_FIELD_LOCAL_TIME)
    return;
  self->calendar = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->calendar, "x-office-calendar-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->calendar), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->calendar), "flat");
  cvn_tooltip_set (self->calendar, _("Pick a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick a Day"), -1);
  gtk_menu_button_set_create_popup_func (self->calendar, create_calendar, self, NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->calendar));
}

static void
cvn_entry_row_dispose (GObject *object)
{
  g_clear_object (&CVN_ENTRY_ROW (object)->draft);
  G_OBJECT_CLASS (cvn_entry_row_parent_class)->dispose (object);
}

static void
cvn_entry_row_class_init (CvnEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_entry_row_dispose;
}

static void
cvn_entry_row_init (CvnEntryRow *self)
{
}

/** cvn_entry_row_new: a row to type @field of @draft in. */
GtkWidget *
cvn_entry_row_new (CvnDraft *draft,
                   guint     field)
{
  CvnEntryRow        *self = g_object_new (CVN_TYPE_ENTRY_ROW, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->draft = g_object_ref (draft);
  self->field = field;
  cvn_field_row_describe (GTK_WIDGET (self), draft, field);
  if (get_field (self)->type == CVN_FIELD_MONEY || get_field (self)->type == CVN_FIELD_INTEGER)
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  if (get_field (self)->type == CVN_FIELD_MONEY)
    gtk_editable_set_alignment (GTK_EDITABLE (self), 1.0f);
  add_calendar (self);
  show_value (self);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (commit), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  return GTK_WIDGET (self);
}
