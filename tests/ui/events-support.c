/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "events-support"

#include "events-support.h"

#include "cvn-event-operations.h"
#include "cvn-store.h"

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page);
}

/* @data: the width of the window, NULL for a wide one. */
void
cvn_events_fixture_open (CvnEventsFixture *self,
                         gconstpointer     data)
{
  int width = data != NULL ? GPOINTER_TO_INT (data) : 1000;

  cvn_register_fixture_open (&self->sample);
  cvn_centre_set_today (self->sample.centre, "2020-12-01");
  cvn_centre_set_year (self->sample.centre, 2020);
  self->page = g_object_new (CVN_TYPE_EVENTS_PAGE, "centre", self->sample.centre, "area", CVN_AREA_EVENTS, NULL);
  cvn_register_fixture_show (&self->sample, GTK_WIDGET (self->page), width, 720);
  cvn_page_activate (self->page);
  cvn_ui_assert_eventually (is_ready, self->page);
}

void
cvn_events_fixture_close (CvnEventsFixture *self,
                          gconstpointer     data)
{
  gpointer weak = self->page;

  g_object_add_weak_pointer (G_OBJECT (self->page), &weak);
  cvn_register_fixture_close (&self->sample);
  g_assert_null (weak);
}

CvnCalendarView *
cvn_events_fixture_get_calendar (CvnEventsFixture *self)
{
  return cvn_events_page_get_calendar (CVN_EVENTS_PAGE (self->page));
}

CvnEventSheet *
cvn_events_fixture_get_sheet (CvnEventsFixture *self)
{
  return cvn_event_view_get_sheet (cvn_events_page_get_event (CVN_EVENTS_PAGE (self->page)));
}

/* Returns: (transfer full): the id of what the operation made or changed; it is taken over. */
char *
cvn_events_fixture_run (CvnEventsFixture *self,
                        CvnOperation     *operation)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  cvn_operation_run (owned, cvn_centre_get_store (self->sample.centre), &error);
  g_assert_no_error (error);
  return g_strdup (cvn_operation_get_id (owned));
}

/* An event to come, made of the last one of the sample: Thursday 17 December 2020. */
char *
cvn_events_fixture_make_event (CvnEventsFixture *self)
{
  CvnEventCalendar *calendar = cvn_calendar_view_get_calendar (cvn_events_fixture_get_calendar (self));
  const char       *model = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (calendar)); i++)
    model = cvn_event_item_get_id (cvn_event_calendar_get (calendar, i));
  g_assert_nonnull (model);
  return cvn_events_fixture_run (self, cvn_event_copy_new (model, "2020-12-17T15:00", FALSE));
}

void
cvn_events_fixture_undo (CvnEventsFixture *self)
{
  g_assert_cmpint (cvn_store_undo (cvn_centre_get_store (self->sample.centre), NULL), >, 0);
}

gboolean
cvn_events_is_on_day (gpointer data)
{
  CvnExpectedDay *expected = data;
  CvnEventItem   *item = cvn_event_calendar_find (cvn_calendar_view_get_calendar (cvn_events_fixture_get_calendar (expected->f)), expected->id);
  CvnDate         first;

  if (item == NULL)
    return FALSE;
  first = cvn_event_item_get_first (item);
  return cvn_date_compare (&first, &expected->day) == 0;
}

/* The event is on its day, and its chip has the focus where it was asked for. */
gboolean
cvn_events_has_focus (gpointer data)
{
  CvnExpectedDay *expected = data;
  GtkWidget      *chip = cvn_calendar_view_find_event (cvn_events_fixture_get_calendar (expected->f), expected->id);

  return cvn_events_is_on_day (data) && chip != NULL && gtk_widget_is_focus (chip);
}

gboolean
cvn_events_is_loaded (gpointer data)
{
  CvnEventsFixture *self = data;

  return cvn_events_page_get_event (CVN_EVENTS_PAGE (self->page)) != NULL && cvn_event_sheet_is_loaded (cvn_events_fixture_get_sheet (self));
}
