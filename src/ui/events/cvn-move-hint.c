/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-move-hint"

#include "cvn-move-hint.h"

#include "cvn-calendar-text.h"
#include "cvn-clash-line.h"

#include <glib/gi18n-lib.h>

struct _CvnMoveHint
{
  AdwBin parent_instance;

  CvnEventCalendar *calendar;
  GtkOverlay       *overlay;
  GtkWidget        *box;
  GtkLabel         *day;
  GtkWidget        *clashes;
};

G_DEFINE_FINAL_TYPE (CvnMoveHint, cvn_move_hint, ADW_TYPE_BIN)

static void
hover_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnMoveHint  *self = CVN_MOVE_HINT (widget);
  CvnEventItem *item;
  const char   *id;
  int           days;
  g_auto (GStrv) clashes = NULL;
  g_autofree char *title = NULL;
  CvnDate          day;

  g_variant_get (parameter, "(&si)", &id, &days);
  item = days != 0 ? cvn_event_calendar_find (self->calendar, id) : NULL;
  gtk_widget_set_visible (self->box, item != NULL);
  if (item == NULL)
    return;
  day = cvn_date_add_days (cvn_event_item_get_first (item), days);
  title = cvn_calendar_dup_day_title (&day);
  clashes = cvn_event_calendar_find_clashes (self->calendar, id, days);
  gtk_label_set_text (self->day, title);
  cvn_clash_lines_fill (self->clashes, (const char *const *) clashes);
}

static void
cvn_move_hint_dispose (GObject *object)
{
  g_clear_object (&CVN_MOVE_HINT (object)->calendar);
  G_OBJECT_CLASS (cvn_move_hint_parent_class)->dispose (object);
}

static void
cvn_move_hint_class_init (CvnMoveHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_move_hint_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "events.hover", "(si)", hover_cb);
}

/* Nothing of the calendar moves while something is dragged over it: the hint lies on top, and lets the pointer through. */
static void
cvn_move_hint_init (CvnMoveHint *self)
{
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_END,
                            "can-target", FALSE, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->day = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL));
  self->clashes = cvn_clash_lines_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->day), "heading");
  gtk_widget_add_css_class (self->box, "cvn-move-hint");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (self->box), self->clashes);
  gtk_overlay_add_overlay (self->overlay, self->box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->overlay));
}

/** cvn_move_hint_new: around @child, which shows @calendar. */
GtkWidget *
cvn_move_hint_new (CvnEventCalendar *calendar,
                   GtkWidget        *child)
{
  CvnMoveHint *self = g_object_new (CVN_TYPE_MOVE_HINT, NULL);

  self->calendar = g_object_ref (calendar);
  gtk_overlay_set_child (self->overlay, child);
  return GTK_WIDGET (self);
}
