/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-chip"

#include "cvn-event-chip.h"

#include "cvn-drag.h"

#include <glib/gi18n-lib.h>

/* To guess how many lines a text takes without laying it out: pixels of a letter, and of what stands beside the text. */
#define LETTER_WIDTH 6
#define FRAME_WIDTH  16

struct _CvnEventChip
{
  GtkWidget parent_instance;

  GtkWidget    *label;
  CvnEventItem *item;
  CvnDate       day;
};

G_DEFINE_FINAL_TYPE (CvnEventChip, cvn_event_chip, GTK_TYPE_WIDGET)

static void
activate (CvnEventChip *self)
{
  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "events.open", "s", cvn_event_item_get_id (self->item));
}

static void
released_cb (CvnEventChip *self,
             int           n_press,
             double        x,
             double        y)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    activate (self);
}

/* A week is a line of a month and a day is a column of all views. */
static gboolean
move_by_key (CvnEventChip *self,
             guint         keyval)
{
  int days;

  switch (keyval)
    {
    case GDK_KEY_Left:
      days = -1;
      break;
    case GDK_KEY_Right:
      days = 1;
      break;
    case GDK_KEY_Up:
      days = -7;
      break;
    case GDK_KEY_Down:
      days = 7;
      break;
    default:
      return FALSE;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "events.move", "(si)", cvn_event_item_get_id (self->item), days);
  return TRUE;
}

static gboolean
key_cb (CvnEventChip   *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->item == NULL)
    return FALSE;
  if (modifiers == GDK_CONTROL_MASK)
    return move_by_key (self, keyval);
  if (modifiers == 0 && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space))
    {
      activate (self);
      return TRUE;
    }
  return FALSE;
}

static GdkContentProvider *
prepare_cb (CvnEventChip *self,
            double        x,
            double        y)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (self->item == NULL)
    return NULL;
  day = cvn_date_to_iso (&self->day);
  text = g_strdup_printf ("%s %s", day, cvn_event_item_get_id (self->item));
  return cvn_drag_offer (GTK_WIDGET (self), text);
}

static void
drag_begin_cb (CvnEventChip  *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 6, 6);
}

/* Told when the pointer is there: to say it beforehand makes GTK ask where the pointer is, for each chip of a month. */
static gboolean
cvn_event_chip_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    by_keyboard,
                              GtkTooltip *tooltip)
{
  CvnEventChip *self = CVN_EVENT_CHIP (widget);

  if (self->item != NULL)
    gtk_tooltip_set_text (tooltip, cvn_event_item_get_sentence (self->item));
  return self->item != NULL;
}

static void
cvn_event_chip_dispose (GObject *object)
{
  CvnEventChip *self = CVN_EVENT_CHIP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (cvn_event_chip_parent_class)->dispose (object);
}

static void
cvn_event_chip_class_init (CvnEventChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_event_chip_dispose;
  widget_class->query_tooltip = cvn_event_chip_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
cvn_event_chip_init (CvnEventChip *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource      *drag = gtk_drag_source_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/** cvn_event_chip_new: a chip without an event; @wraps for one that may be of several lines. */
GtkWidget *
cvn_event_chip_new (gboolean wraps)
{
  CvnEventChip *self = g_object_new (CVN_TYPE_EVENT_CHIP, NULL);

  self->label = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->label), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->label), 10);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (self->label), wraps ? 0.0f : 0.5f);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
set_class (CvnEventChip *self,
           const char   *css_class,
           gboolean      has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/** cvn_event_chip_set: (nullable): shows the part of an event that is on @day; NULL hides the chip. */
void
cvn_event_chip_set (CvnEventChip  *self,
                    CvnEventItem  *item,
                    const CvnDate *day)
{
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  const char      *sentence;
  CvnDate          first;
  CvnDate          last;

  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->day = *day;
  first = cvn_event_item_get_first (item);
  last = cvn_event_item_get_last (item);
  time = cvn_event_item_dup_time (item, day);
  text = *time != '\0' ? g_strdup_printf ("%s %s", time, cvn_event_item_get_title (item)) : g_strdup (cvn_event_item_get_title (item));
  sentence = cvn_event_item_get_sentence (item);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  set_class (self, "joint", g_strcmp0 (cvn_event_item_get_code (item, "mode"), "joint") == 0);
  set_class (self, "announced", cvn_event_item_is_announced (item));
  set_class (self, "cancelled", cvn_event_item_is_cancelled (item));
  set_class (self, "draft", g_strcmp0 (cvn_event_item_get_code (item, "status"), "draft") == 0);
  set_class (self, "goes-on", cvn_date_compare (day, &last) < 0);
  set_class (self, "went-on", cvn_date_compare (day, &first) > 0);
}

/** cvn_event_chip_count_lines: about how many lines its text takes in a width; 3 for any more. */
int
cvn_event_chip_count_lines (CvnEventChip *self,
                            int           width)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (self->label));
  glong       n_chars = text != NULL ? g_utf8_strlen (text, -1) : 0;
  glong       fitting = MAX (1, (width - FRAME_WIDTH) / LETTER_WIDTH);

  return (int) CLAMP ((n_chars + fitting - 1) / fitting, 1, 3);
}

/** cvn_event_chip_get_item: (nullable): the event, owned by the chip. */
CvnEventItem *
cvn_event_chip_get_item (CvnEventChip *self)
{
  return self->item;
}

typedef CvnDate (*FindDay) (GtkWidget *widget);

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         FindDay        find_day)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_auto (GStrv) words = g_strsplit (g_value_get_string (value), " ", 2);
  CvnDate from;
  CvnDate to = find_day (widget);
  int     days;

  gtk_widget_activate_action (widget, "events.hover", "(si)", "", 0);
  if (g_strv_length (words) != 2 || !cvn_date_parse_iso (words[0], &from, NULL))
    return FALSE;
  days = cvn_date_days_between (from, to);
  if (days != 0)
    gtk_widget_activate_action (widget, "events.move", "(si)", words[1], days);
  return TRUE;
}

/* The text of a drag that began in this program; what comes from elsewhere is only known once it is dropped. */
static char *
dup_dragged (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (drag == NULL || !gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL))
    return NULL;
  return g_value_dup_string (&value);
}

/* What would speak against the day below the pointer is told as long as the pointer is there. */
static void
hovered_cb (GtkDropTarget *target,
            GParamSpec    *pspec,
            FindDay        find_day)
{
  GtkWidget       *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autofree char *text = dup_dragged (target);
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", 2);
  CvnDate from;

  if (g_strv_length (words) == 2 && cvn_date_parse_iso (words[0], &from, NULL))
    gtk_widget_activate_action (widget, "events.hover", "(si)", words[1], cvn_date_days_between (from, find_day (widget)));
  else
    gtk_widget_activate_action (widget, "events.hover", "(si)", "", 0);
}

/** cvn_event_chip_add_drop: lets @widget take a chip that is dropped on it, and move its event to the day that @find_day says. */
void
cvn_event_chip_add_drop (GtkWidget *widget,
                         CvnDate (*find_day) (GtkWidget *widget))
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), find_day);
  g_signal_connect (target, "notify::current-drop", G_CALLBACK (hovered_cb), find_day);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
