/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-events-page"

#include "cvn-events-page.h"

#include "cvn-event-operations.h"
#include "cvn-event-parts.h"
#include "cvn-publication-matrix.h"
#include "cvn-register-page.h"
#include "cvn-task-list.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REGISTERS "registers"

struct _CvnEventsPage
{
  CvnPage parent_instance;

  GtkStack        *levels; /* lists, or the event that slid over them */
  AdwViewStack    *stack;
  CvnCalendarView *calendar;
  CvnEventView    *event;
  CvnPage         *registers;
  const char      *came_from; /* tab to go back to from a form, or NULL */
};

G_DEFINE_FINAL_TYPE (CvnEventsPage, cvn_events_page, CVN_TYPE_PAGE)

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *adds; /* the kind of record that Add makes there */
} tabs[] = {
  { "calendar", N_("Calendar"), "cvn-events-symbolic", "event" },
  { "publications", N_("Publications"), "mail-send-symbolic", "event_publication" },
  { "tasks", N_("Tasks"), "view-list-bullet-symbolic", "task" },
  { REGISTERS, N_("Registers"), "cvn-registers-symbolic", NULL },
};

static const char *
get_tab (CvnEventsPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_strcmp0 (tabs[i].name, name) == 0)
      return tabs[i].name;
  return tabs[0].name;
}

static gboolean
is_on_registers (CvnEventsPage *self)
{
  return g_str_equal (get_tab (self), REGISTERS);
}

static gboolean
is_on_event (CvnEventsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->levels), "event") == 0;
}

static void
update (CvnEventsPage *self)
{
  CvnPage *page = CVN_PAGE (self);
  gboolean on_event = is_on_event (self);
  gboolean on_registers = is_on_registers (self) && !on_event;
  gboolean can_go_back = FALSE;
  gboolean can_export = FALSE;

  g_object_get (self->registers, "can-go-back", &can_go_back, "can-export", &can_export, NULL);
  cvn_page_set_can_go_back (page, on_event || (on_registers && (can_go_back || self->came_from != NULL)));
  cvn_page_set_can_add (page, TRUE);
  cvn_page_set_can_export (page, on_registers && can_export);
  cvn_page_set_title (page, on_registers ? cvn_page_get_title (self->registers) : NULL);
}

static void
tab_changed_cb (CvnEventsPage *self)
{
  if (is_on_registers (self))
    cvn_page_activate (self->registers);
  else
    self->came_from = NULL;
  update (self);
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
  gtk_stack_set_visible_child_name (self->levels, "lists");
  focus_shown (self);
  update (self);
}

static void
show_event (CvnEventsPage *self,
            const char    *id)
{
  cvn_event_view_show (self->event, id);
  gtk_stack_set_visible_child_name (self->levels, "event");
  update (self);
}

/* Shows the lists, and remembers where from. */
static void
show_registers (CvnEventsPage *self)
{
  const char *tab = get_tab (self);

  close_event (self);
  if (g_str_equal (tab, REGISTERS))
    return;
  adw_view_stack_set_visible_child_name (self->stack, REGISTERS);
  self->came_from = tab;
  update (self);
}

/* A new record with what is known of it; the person fills in the rest. */
static void
add_record (CvnEventsPage *self,
            CvnRecord     *values,
            GHashTable    *names)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_record_get_kind (values));

  show_registers (self);
  if (cvn_page_open_list (self->registers, query, NULL))
    cvn_page_add_record (self->registers, values, names);
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
  add_record (self, event, NULL);
}

static gboolean
cvn_events_page_add_record (CvnPage    *page,
                            CvnRecord  *values,
                            GHashTable *names)
{
  add_record (CVN_EVENTS_PAGE (page), values, names);
  return TRUE;
}

static gboolean
cvn_events_page_open_record (CvnPage    *page,
                             const char *kind,
                             const char *id)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (page);

  if (g_str_equal (kind, "event"))
    {
      show_event (self, id);
      return TRUE;
    }
  if (!cvn_page_open_record (self->registers, kind, id))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static gboolean
cvn_events_page_open_list (CvnPage        *page,
                           const CvnQuery *query,
                           const char     *title)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (page);

  if (!cvn_page_open_list (self->registers, query, title))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static void
cvn_events_page_add (CvnPage *page)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (page);
  const char    *tab = get_tab (self);

  if (is_on_event (self) || g_str_equal (tab, "calendar"))
    {
      add_event (self, cvn_calendar_view_get_day (self->calendar));
      return;
    }
  if (is_on_registers (self))
    {
      cvn_page_add (self->registers);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_str_equal (tabs[i].name, tab))
      {
        g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find (tabs[i].adds));

        add_record (self, record, NULL);
      }
}

static void
cvn_events_page_export (CvnPage *page)
{
  cvn_page_export (CVN_EVENTS_PAGE (page)->registers);
}

static void
cvn_events_page_go_back (CvnPage *page)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (page);
  const char    *tab = self->came_from;

  if (is_on_event (self))
    {
      close_event (self);
      return;
    }
  cvn_page_go_back (self->registers);
  if (tab != NULL)
    adw_view_stack_set_visible_child_name (self->stack, tab);
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
  cvn_window_show_toast (GTK_WIDGET (self), _("Moved, with its open tasks and publications"), TRUE);
  cvn_calendar_view_focus_event (self->calendar, id, move->day);
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
  add_record (self, part, names);
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
copied_cb (CvnEventsPage *self,
           const char    *id)
{
  g_autofree char *copy = g_strdup (id);

  show_event (self, copy);
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

  if (cvn_event_calendar_is_loaded (cvn_calendar_view_get_calendar (self->calendar)))
    ready_cb (self);
}

static GtkWidget *
make_switcher (CvnEventsPage        *self,
               AdwViewSwitcherPolicy policy)
{
  GtkWidget *switcher = adw_view_switcher_new ();

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), policy);
  return switcher;
}

static GtkWidget *
make_tabs (CvnEventsPage *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_switcher (self, ADW_VIEW_SWITCHER_POLICY_WIDE));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_switcher (self, ADW_VIEW_SWITCHER_POLICY_NARROW));
  gtk_widget_set_halign (squeezer, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (squeezer, "cvn-tabs");
  return squeezer;
}

static void
add_tab (CvnEventsPage *self,
         guint          i,
         GtkWidget     *child)
{
  adw_view_stack_page_set_icon_name (adw_view_stack_add_titled (self->stack, child, tabs[i].name, _(tabs[i].title)), tabs[i].icon);
}

static void
make_registers (CvnEventsPage *self,
                CvnCentre     *centre)
{
  static const char *const watched[] = { "notify::title", "notify::can-go-back", "notify::can-export" };

  self->registers = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", centre, "area", CVN_AREA_EVENTS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->registers, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
make_event (CvnEventsPage *self,
            CvnCentre     *centre)
{
  self->event = CVN_EVENT_VIEW (cvn_event_view_new (centre));
  g_signal_connect_object (self->event, "closed", G_CALLBACK (close_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->event, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_events_page_constructed (GObject *object)
{
  CvnEventsPage *self = CVN_EVENTS_PAGE (object);
  CvnCentre     *centre = cvn_page_get_centre (CVN_PAGE (self));
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (cvn_events_page_parent_class)->constructed (object);
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->calendar = CVN_CALENDAR_VIEW (cvn_calendar_view_new (centre));
  make_registers (self, centre);
  make_event (self, centre);
  add_tab (self, 0, GTK_WIDGET (self->calendar));
  add_tab (self, 1, cvn_publication_matrix_new (centre));
  add_tab (self, 2, cvn_task_list_new (centre));
  add_tab (self, 3, GTK_WIDGET (self->registers));
  gtk_box_append (GTK_BOX (box), make_tabs (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->levels = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->levels, FALSE);
  gtk_stack_add_named (self->levels, box, "lists");
  gtk_stack_add_named (self->levels, GTK_WIDGET (self->event), "event");
  gtk_stack_set_transition_type (self->levels, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->levels));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (tab_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cvn_calendar_view_get_calendar (self->calendar), "changed", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  update (self);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CvnPageClass   *page_class = CVN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_events_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = cvn_events_page_dispose;
  page_class->activate = cvn_events_page_activate;
  page_class->add = cvn_events_page_add;
  page_class->add_record = cvn_events_page_add_record;
  page_class->export = cvn_events_page_export;
  page_class->go_back = cvn_events_page_go_back;
  page_class->open_record = cvn_events_page_open_record;
  page_class->open_list = cvn_events_page_open_list;
  gtk_widget_class_install_action (widget_class, "events.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "events.move", "(si)", move_cb);
  gtk_widget_class_install_action (widget_class, "events.add-part", "(ss)", add_part_cb);
  gtk_widget_class_install_action (widget_class, "events.from-template", "(ss)", from_template_cb);
}

static void
cvn_events_page_init (CvnEventsPage *self)
{
}

/** cvn_events_page_show_tab: shows calendar, publications, tasks or registers. */
void
cvn_events_page_show_tab (CvnEventsPage *self,
                          const char    *name)
{
  close_event (self);
  adw_view_stack_set_visible_child_name (self->stack, name);
}

/** cvn_events_page_get_calendar: the calendar, owned by the page. */
CvnCalendarView *
cvn_events_page_get_calendar (CvnEventsPage *self)
{
  return self->calendar;
}

/** cvn_events_page_get_event: what shows one event, owned by the page. */
CvnEventView *
cvn_events_page_get_event (CvnEventsPage *self)
{
  return self->event;
}
