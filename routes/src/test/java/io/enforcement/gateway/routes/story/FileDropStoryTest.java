package io.enforcement.gateway.routes.story;

/** Files through a folder that is mounted at the gateway. */
@Story
class FileDropStoryTest extends FileExchangeStories {

  FileDropStoryTest(StoryGateway gateway) {
    super(gateway, "market", gateway.market(), "depot", gateway.market(), Paper.DEPOT);
  }

  @Override
  void cutOff() {
    gateway.marketMount().vanish();
  }

  @Override
  void reconnect() {
    gateway.marketMount().appear();
  }
}
