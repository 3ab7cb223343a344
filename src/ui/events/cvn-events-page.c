/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-events-page"

#include "cvn-events-page.h"

#include "cvn-event-clashes.h"
#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-guard.h"
#include "cvn-publication-matrix.h"
#include "cvn-task-list.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CvnEventsPage
{
  CvnTabbedPage parent_instance;

  GtkStack        *levels; /* lists, or the event that slid over them */
  CvnCalendarView *calendar;
  CvnEventView    *event; /* NULL before the first one is opened */
  char            *left;  /* the event that was left for a form, to go back to */
};

G_DEFINE_FINAL_TYPE (CvnEventsPage, cvn_events_page, CVN_TYPE_TABBED_PAGE)

/* What changes something. */
static const char *const changing[] = { "events.add-part", "events.from-template", "events.move", NULL };

enum {
  CALENDAR,
  PUBLICATIONS,
  TASKS,
};

static const CvnTab tabs[] = {
  [CALENDAR] = { "calendar", N_("Calendar"), "cvn-events-symbolic", "event" },
  [PUBLICATIONS] = { "publications", N_("Publications"), "mail-send-symbolic", "event_publication" },
  [TASKS] = { "tasks", N_("Tasks"), "view-list-bullet-symbolic", "task" },
};

static gboolean
is_on_event (CvnEventsPage *self)
{
  return self->levels != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->levels), "event") == 0;
}

/* Back in the calendar, the event that was shown has the focus. */
static void
focus_shown (CvnEventsPage *self)
{
  CvnRecord *record = cvn_event_sheet_get_record (cvn_event_view_get_sheet (self->event));
  CvnDate    day;
  int        minutes;

  if (record != NULL && cvn_local_time_parse (cvn_record_get_text (record, "starts"), &day, &minutes, NULL))
    cvn_calendar_view_focus_event (self->calendar, cvn_record_get_id (record), day);
}

static void
close_event (CvnEventsPage *self)
{
  if (!is_on_event (self))
    return;
  cvn_event_view_leave (self->event);
  g_free (self->left);
  self->left = g_strdup (cvn_event_sheet_get_id (cvn_event_view_get_sheet (self->event)));
  gtk_stack_set_visible_child_name (self->levels, "lists");
  focus_shown (self);
  cvn_tabbed_page_update (CVN_TABBED_PAGE (self));
}

static void show_event (CvnEventsPage *self,
                        const char    *id);

static void
copied_cb (CvnEventsPage *self,
           const char    *id)
{
  g_autofree char *copy = g_strdup (id);

  show_event (self, copy);
}

/* The calendar lies below it, and knows the day of a next one. */
static void
need_event (CvnEventsPage *self)
{
  cvn_tabbed_page_need_tab (CVN_TABBED_PAGE (self), CALENDAR);
  if (self->event != NULL)
    return;
  self->event = CVN_EVENT_VIEW (cvn_event_view_new (cvn_page_get_centre (CVN_PAGE (self))));
  g_signal_connect_object (self->event, "closed", G_CALLBACK (close_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->event, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->levels, GTK_WIDGET (self->event), "event");
}

static void
show_event (CvnEventsPage *self,
            const char    *id)
{
  need_event (self);
  cvn_event_view_show (self->event, id);
  gtk_stack_set_visible_child_name (self->levels, "event");
  cvn_tabbed_page_update (CVN_TABBED_PAGE (self));
}

/* What a new event is most often: the centre's own, at the place where the centre is, two hours in the evening. */
static void
add_event (CvnEventsPage *self,
           CvnDate        day)
{
  g_autoptr (CvnRecord) event = cvn_record_new (cvn_kind_find ("event"));
  g_autofree char *iso = cvn_date_to_iso (&day);
  g_autofree char *starts = g_strconcat (iso, "T19:30", NULL);
  g_autofree char *ends = g_strconcat (iso, "T21:30", NULL);

  cvn_record_set_text (event, "starts", starts);
  cvn_record_set_text (event, "ends", ends);
  cvn_record_set_text (event, "time_zone", "Europe/Amsterdam");
  cvn_record_set_text (event, "mode", "own");
  cvn_record_set_text (event, "status", "planned");
  cvn_page_add_record (CVN_PAGE (self), event, NULL);
}

static gboolean
cvn_events_page_open_record (CvnPage    *page,
                             const char *kind,
                             const char *id)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (page);

  if (!g_str_equal (kind, "event"))
    return cvn_tabbed_page_open_form (CVN_TABBED_PAGE (self), kind, id);
  show_event (self, id);
  return TRUE;
}

static void
cvn_events_page_add (CvnPage *page)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (page);

  if (is_on_event (self) || g_str_equal (cvn_tabbed_page_get_tab (CVN_TABBED_PAGE (self)), tabs[CALENDAR].name))
    add_event (self, cvn_calendar_view_get_day (self->calendar));
  else
    CVN_PAGE_CLASS (cvn_events_page_parent_class)->add (page);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  show_event (CVN_EVENTS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

typedef struct
{
  CvnEventsPage *page;
  char          *id;
  CvnDate        day; /* the one that it moves to */
} Move;

/* Told once it is where it was put: a step that can be undone, with what speaks against it. */
static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnEventsPage) self = data;
  g_auto (GStrv) clashes = cvn_event_clashes_read_finish (CVN_CENTRE (source), result, NULL);
  g_autofree char *warning = NULL;

  if (self->calendar == NULL)
    return;
  if (clashes != NULL && clashes[0] != NULL)
    /* Translators: after it a sentence that says what speaks against the day: a holiday, or another event */
    warning = g_strdup_printf (_("Moved. %s"), clashes[0]);
  cvn_window_show_toast (GTK_WIDGET (self), warning != NULL ? warning : _("Moved, with its open tasks and publications"), TRUE);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree Move *move = data;
  g_autoptr (CvnEventsPage) self = move->page;
  g_autofree char *id = move->id;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (self->calendar == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (no < 0)
    {
      cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
      return;
    }
  cvn_calendar_view_focus_event (self->calendar, id, move->day);
  cvn_event_clashes_read_async (CVN_CENTRE (source), id, NULL, told_cb, g_object_ref (self));
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (widget);
  CvnCentre     *centre = cvn_page_get_centre (CVN_PAGE (self));
  CvnEventItem  *item;
  const char    *id;
  int            days;
  g_autoptr (CvnOperation) operation = NULL;
  Move *move;

  g_variant_get (parameter, "(&si)", &id, &days);
  item = cvn_event_calendar_find (cvn_calendar_view_get_calendar (self->calendar), id);
  if (cvn_centre_is_read_only (centre) || item == NULL)
    return;
  operation = cvn_event_move_new (id, days);
  cvn_operation_set_subject (operation, cvn_event_item_get_title (item));
  move = g_new0 (Move, 1);
  move->page = g_object_ref (self);
  move->id = g_strdup (id);
  move->day = cvn_date_add_days (cvn_event_item_get_first (item), days);
  cvn_operation_run_async (operation, centre, NULL, moved_cb, move);
}

static void
add_part_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (widget);
  const char    *kind;
  const char    *event;
  g_autoptr (CvnRecord) part = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_variant_get (parameter, "(&s&s)", &kind, &event);
  part = cvn_record_new (cvn_kind_find (kind));
  cvn_record_set_text (part, "event", event);
  g_hash_table_insert (names, (gpointer) event, (gpointer) cvn_event_sheet_get_title (cvn_event_view_get_sheet (self->event)));
  cvn_page_add_record (CVN_PAGE (self), part, names);
}

static void
made_cb (GtkWidget  *widget,
         const char *id)
{
  show_event (CVN_EVENTS_PAGE (widget), id);
}

/* The day is the one that the calendar was turned to, the time that of the template. */
static void
from_template_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (widget);
  CvnCentre     *centre = cvn_page_get_centre (CVN_PAGE (self));
  CvnDate        day = cvn_calendar_view_get_day (self->calendar);
  const char *template;
  const char      *starts;
  g_autofree char *iso = cvn_date_to_iso (&day);
  g_autofree char *time = NULL;

  g_variant_get (parameter, "(&s&s)", &template, &starts);
  if (cvn_centre_is_read_only (centre))
    return;
  time = g_strconcat (iso, strchr (starts, 'T'), NULL);
  cvn_event_make (widget, centre, NULL, cvn_event_copy_new (template, time, FALSE), _("The event is there, on the day that the calendar showed"), NULL, made_cb);
}

static void
ready_cb (CvnEventsPage *self)
{
  cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
cvn_events_page_activate (CvnPage *page)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (page);

  CVN_PAGE_CLASS (cvn_events_page_parent_class)->activate (page);
  if (self->calendar == NULL || cvn_event_calendar_is_loaded (cvn_calendar_view_get_calendar (self->calendar)))
    ready_cb (self);
}

static GtkWidget *
cvn_events_page_make_tab (CvnTabbedPage *page,
                          guint          tab)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (page);
  CvnCentre     *centre = cvn_page_get_centre (CVN_PAGE (page));

  switch (tab)
    {
    case CALENDAR:
      self->calendar = CVN_CALENDAR_VIEW (cvn_calendar_view_new (centre));
      g_signal_connect_object (cvn_calendar_view_get_calendar (self->calendar), "changed", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
      return GTK_WIDGET (self->calendar);
    case PUBLICATIONS:
      return cvn_publication_matrix_new (centre);
    default:
      return cvn_task_list_new (centre);
    }
}

/* One event slides in over the tabs. */
static void
cvn_events_page_constructed (GObject *object)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (object);
  g_autoptr (GtkWidget) lists = NULL;

  G_OBJECT_CLASS (cvn_events_page_parent_class)->constructed (object);
  lists = g_object_ref (adw_bin_get_child (ADW_BIN (self)));
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->levels = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->levels, FALSE);
  gtk_stack_set_vhomogeneous (self->levels, FALSE);
  gtk_stack_add_named (self->levels, lists, "lists");
  gtk_stack_set_transition_type (self->levels, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->levels));
  cvn_guard_actions (GTK_WIDGET (self), cvn_page_get_centre (CVN_PAGE (self)), changing);
}

static gboolean
cvn_events_page_shows_detail (CvnTabbedPage *page)
{
  return is_on_event (CVN_EVENTS_PAGE (page));
}

static void
cvn_events_page_close_detail (CvnTabbedPage *page)
{
  close_event (CVN_EVENTS_PAGE (page));
}

static gboolean
is_on_registers (CvnEventsPage *self)
{
  return !is_on_event (self) && g_str_equal (cvn_tabbed_page_get_tab (CVN_TABBED_PAGE (self)), CVN_TABBED_PAGE_REGISTERS);
}

/* From the form of a sponsor or a cost it is back to the event, if that is still there. */
static void
cvn_events_page_go_back (CvnPage *page)
{
  CvnEventsPage   *self = CVN_EVENTS_PAGE (page);
  gboolean         was_in_form = is_on_registers (self);
  g_autofree char *left = g_steal_pointer (&self->left);

  CVN_PAGE_CLASS (cvn_events_page_parent_class)->go_back (page);
  g_clear_pointer (&self->left, g_free);
  if (was_in_form && !is_on_registers (self) && left != NULL && g_strcmp0 (left, cvn_event_sheet_get_id (cvn_event_view_get_sheet (self->event))) == 0)
    show_event (self, left);
}

static void
cvn_events_page_finalize (GObject *object)
{
  g_free (CVN_EVENTS_PAGE (object)->left);
  G_OBJECT_CLASS (cvn_events_page_parent_class)->finalize (object);
}

static void
cvn_events_page_dispose (GObject *object)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (object);

  self->calendar = NULL;
  G_OBJECT_CLASS (cvn_events_page_parent_class)->dispose (object);
}

static void
cvn_events_page_class_init (CvnEventsPageClass *klass)
{
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);
  CvnPageClass       *page_class = CVN_PAGE_CLASS (klass);
  CvnTabbedPageClass *tabbed_class = CVN_TABBED_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_events_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = cvn_events_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_events_page_finalize;
  page_class->activate = cvn_events_page_activate;
  page_class->go_back = cvn_events_page_go_back;
  page_class->add = cvn_events_page_add;
  page_class->open_record = cvn_events_page_open_record;
  tabbed_class->tabs = tabs;
  tabbed_class->n_tabs = G_N_ELEMENTS (tabs);
  tabbed_class->area = CVN_AREA_EVENTS;
  tabbed_class->detail_covers_tabs = TRUE;
  tabbed_class->make_tab = cvn_events_page_make_tab;
  tabbed_class->shows_detail = cvn_events_page_shows_detail;
  tabbed_class->close_detail = cvn_events_page_close_detail;
  gtk_widget_class_install_action (widget_class, "events.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "events.move", "(si)", move_cb);
  gtk_widget_class_install_action (widget_class, "events.add-part", "(ss)", add_part_cb);
  gtk_widget_class_install_action (widget_class, "events.from-template", "(ss)", from_template_cb);
}

static void
cvn_events_page_init (CvnEventsPage *self)
{
}

/** cvn_events_page_get_calendar: the calendar, owned by the page; NULL before that tab was shown. */
CvnCalendarView *
cvn_events_page_get_calendar (CvnEventsPage *self)
{
  return self->calendar;
}

/** cvn_events_page_get_event: what shows one event, owned by the page; NULL before the first one is opened. */
CvnEventView *
cvn_events_page_get_event (CvnEventsPage *self)
{
  return self->event;
}
